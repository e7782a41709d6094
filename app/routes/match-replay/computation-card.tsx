import type { ReplayedComputation } from '~/features/matching/model/replayed-pair'
import { FORMULA_VERSION } from '~/features/matching/model/score'
import { attributes } from '~/messages/attributes'
import { matchReplay } from '~/messages/match-replay'
import { Badge } from '~/ui/badge'
import { useFormat, useT } from '~/ui/i18n'
import { TapeRule } from '~/ui/marks'
import { PartsTable } from './parts-table'
import { SideFacts } from './side-facts'
import { useFailureText } from './use-failure-text'

/** One kept computation: what it gave, what it gives redone now, part by part, and what it had read. */
export function ComputationCard(computation: ReplayedComputation) {
  const t = useT(matchReplay)
  const format = useFormat()
  const { computedAtMs, scoreCenti, sides } = computation
  const when = format.instant(computedAtMs)
  return (
    <article className="tag">
      <div className="flex flex-col gap-3 p-4 lg:px-5">
        <h3 className="text-xl">{t('kept.at', { when })}</h3>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <strong className="text-lg">{t('kept.total', { score: points(format, scoreCenti) })}</strong>
          <VerdictBadge {...computation} />
        </p>
        <VerdictText {...computation} />
        <p className="text-muted">
          {t('kept.versions', {
            formula: computation.formulaVersion,
            weights: computation.weightsVersion,
            factors: computation.factorVersion,
          })}
        </p>
      </div>
      <TapeRule />
      <div className="flex min-w-0 flex-col gap-4 p-4 lg:px-5">
        <PartsTable {...computation} />
        {sides && (
          <details>
            <summary>{t('inputs.summary')}</summary>
            <div className="grid gap-x-8 gap-y-6 pt-3 pb-2 lg:grid-cols-2">
              <SideFacts side={{ of: 'lot', ...sides.lot }} />
              <SideFacts side={{ of: 'need', ...sides.need }} />
            </div>
          </details>
        )}
      </div>
    </article>
  )
}

function VerdictBadge({ replay }: ReplayedComputation) {
  const t = useT(matchReplay)
  if (replay.kind === 'redone' && replay.isSame) return <Badge tone="success">{t('verdict.same')}</Badge>
  if (replay.kind === 'redone') return <Badge tone="danger">{t('verdict.different')}</Badge>
  if (replay.kind === 'refused') return <Badge tone="danger">{t('verdict.refused')}</Badge>
  return <Badge tone="warning">{t(`verdict.${replay.kind}`)}</Badge>
}

function VerdictText({ replay, formulaVersion, factorVersion, weightsVersion }: ReplayedComputation) {
  const t = useT(matchReplay)
  const tAttribute = useT(attributes)
  const format = useFormat()
  const failureText = useFailureText(tAttribute)
  const text = () => {
    switch (replay.kind) {
      case 'redone': {
        const score = points(format, Math.round(replay.pair.score * 100))
        return t(replay.isSame ? 'verdict.sameText' : 'verdict.differentText', { score })
      }
      case 'refused':
        return t('verdict.refusedText', { why: failureText(replay.failure) })
      case 'other-formula':
        return t('verdict.other-formulaText', { current: FORMULA_VERSION, kept: formulaVersion })
      case 'unknown-factors':
        return t('verdict.unknown-factorsText', { kept: factorVersion })
      case 'unknown-weights':
        return t('verdict.unknown-weightsText', { kept: weightsVersion })
      case 'unreadable':
        return t('verdict.unreadableText')
    }
  }
  return <p className="prose-width">{text()}</p>
}

function points(format: ReturnType<typeof useFormat>, centi: number): string {
  return format.number(centi / 100, 2, 2)
}
