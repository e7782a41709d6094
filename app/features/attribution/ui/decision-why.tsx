import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { Unit } from '~/core/units'
import { attribution } from '~/messages/attribution'
import { publicCessions } from '~/messages/public-cessions'
import { useFormat, useT } from '~/ui/i18n'
import type { AttributionCriterion, CriteriaSource } from '../model/attribution-criteria'
import type { SeenRequest, Side } from '../model/decision'
import type { Check } from '../model/public-checks'
import { ChecksList } from './checks-list'
import { RankingTable } from './ranking-table'
import { useCriteriaText } from './use-criteria-text'

/** A decision as one reader sees it. */
export type DecisionView = {
  decidedAtMs: number
  criteria: AttributionCriterion[]
  criteriaSource: CriteriaSource
  ranking: SeenRequest[]
  isAgainst: boolean
  reason: string
  checks: Check[]
  rulesVersion: string | null
}

/** Why a request was accepted or refused, as it was founded then: for both sides, refused takers included. */
export function DecisionWhy({
  decision,
  view,
  side,
}: {
  decision: DecisionView
  view: { id: string; lotId: string; lotUnit: Unit }
  side: Side | null
}) {
  const t = useT(attribution)
  const tPublic = useT(publicCessions)
  const format = useFormat()
  const criteriaText = useCriteriaText()
  const { criteria, criteriaSource, ranking, isAgainst, reason, checks, rulesVersion } = decision
  const isPublished = criteriaSource !== 'none'
  return (
    <section aria-labelledby="why" className="flex flex-col gap-4">
      <h2 id="why">{t('why.title')}</h2>
      <div className="prose-width flex flex-col gap-2">
        <p>{t('why.when', { at: format.instant(decision.decidedAtMs) })}</p>
        <p>{isPublished ? t('why.criteria', { criteria: criteriaText(criteria) }) : t('why.criteriaNone')}</p>
        <p>
          {ranking.length < 2 ? t('why.alone') : isPublished && t(isAgainst ? 'why.against' : 'why.followed')}
        </p>
        <p>{reason ? t('why.reason', { reason }) : t('why.noReason')}</p>
      </div>
      {ranking.length > 1 && (
        <RankingTable caption={t('why.table')} ranking={ranking} unit={view.lotUnit} current={view.id} />
      )}
      {checks.length > 0 && (
        <div className="flex flex-col gap-2">
          <h3>{tPublic('panel.table')}</h3>
          <ChecksList checks={checks} lotId={view.lotId} canSettle={false} isTaker={side === 'taker'} />
          {rulesVersion && (
            <p className="text-muted">{tPublic('panel.version', { version: rulesVersion })}</p>
          )}
        </div>
      )}
      <p data-screen-only>
        <Link to={paths.contact(`?lot=${view.lotId}`)} className="inline-flex min-h-11 items-center">
          {t('why.contest')}
        </Link>
      </p>
    </section>
  )
}
