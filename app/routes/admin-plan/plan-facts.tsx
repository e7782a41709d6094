import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { gapOf, unsplitLoss } from '~/features/matching/model/plan/plan'
import type { PlanView } from '~/features/matching/queries/plans.server'
import { plan as planTexts } from '~/messages/plan'
import { Co2e } from '~/ui/co2e'
import { useFormat, useT } from '~/ui/i18n'
import { Stat, StatRow } from '~/ui/stat'

/** Under this share of the benefit, nothing better can be told from the plan. */
const PROVEN = 0.00005

/** What a plan brings, how surely it is the best, and from what it was made. */
export function PlanFacts({ plan, critical }: { plan: PlanView; critical: number }) {
  const t = useT(planTexts)
  const format = useFormat()
  const { summary } = plan
  const gap = gapOf(summary)
  return (
    <section aria-labelledby="figures" className="flex min-w-0 flex-col gap-6">
      <h2 id="figures">{t('figures')}</h2>
      <StatRow>
        <Stat
          label={t('benefit')}
          value={<Co2e kg={summary.netG / 1000} />}
          note={t('benefitNote', { count: summary.pairs, mass: format.mass(summary.massG) })}
          definition={
            <>
              {t('served', {
                lots: format.number(summary.lotsServed),
                needs: format.number(summary.needsServed),
              })}{' '}
              {summary.unclaimed > 0 && t('unclaimed', { count: summary.unclaimed })}
            </>
          }
        />
        <Stat
          label={t('gap')}
          value={format.percent(gap, 2)}
          note={gap < PROVEN ? t('gapBest') : t('gapMost', { share: format.percent(gap, 2) })}
          definition={
            <>
              {t('gapText')} <Stability plan={plan} />
            </>
          }
        />
        <Unsplit plan={plan} />
        <Stat
          label={t('critical')}
          value={format.number(critical)}
          more={
            critical > 0 && (
              <Link
                to={paths.plan('?critique=oui#rapprochements')}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {t('criticalSee')}
              </Link>
            )
          }
          definition={t('criticalText')}
        />
      </StatRow>
      <Provenance plan={plan} />
    </section>
  )
}

function Unsplit({ plan: { summary } }: { plan: PlanView }) {
  const t = useT(planTexts)
  const format = useFormat()
  const isExact = summary.unsplit.kind === 'exact'
  const share = format.percent(unsplitLoss(summary))
  return (
    <Stat
      label={t('unsplit')}
      value={t('unsplitLoss', { share })}
      note={!isExact && t('unsplitMost')}
      definition={
        <>
          {t('unsplitText')} {!isExact && t('unsplitMostText')}
        </>
      }
    />
  )
}

function Stability({ plan: { summary } }: { plan: PlanView }) {
  const t = useT(planTexts)
  const format = useFormat()
  const { moved } = summary
  if (!moved) return null
  return (
    <>
      {t('moved', {
        kept: format.number(moved.kept),
        gone: format.number(moved.gone),
        added: format.number(moved.added),
      })}
    </>
  )
}

function Provenance({ plan }: { plan: PlanView }) {
  const t = useT(planTexts)
  const format = useFormat()
  const { summary } = plan
  return (
    <p className="max-w-[70ch] text-sm text-muted">
      {t('made', {
        when: format.instant(plan.computedAtMs),
        lots: t('lots', { count: summary.lots }),
        needs: t('needs', { count: summary.needs }),
        candidates: t('candidates', { count: summary.candidates }),
        seconds: format.number(summary.cpuMs / 1000, 1),
      })}{' '}
      {summary.isContinued && `${t('continued')} `}
      {t('versions', {
        weights: plan.weightsVersion,
        formula: plan.formulaVersion,
        factors: plan.factorVersion,
      })}
    </p>
  )
}
