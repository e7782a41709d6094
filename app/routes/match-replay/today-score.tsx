import type { NoMatch, PairScore } from '~/features/matching/model/score'
import { attributes } from '~/messages/attributes'
import { matchReplay } from '~/messages/match-replay'
import { useFormat, useT } from '~/ui/i18n'
import { useFailureText } from './use-failure-text'

/** What the pair scores with the data, weights and formula of this day, or why it has no score. */
export function TodayScore({
  today,
  keptCenti,
}: {
  today: PairScore | { ok: false; failures: NoMatch[] } | null
  /** Of the latest computation; null without any. */
  keptCenti: number | null
}) {
  const t = useT(matchReplay)
  return (
    <section aria-labelledby="today-title" className="flex flex-col gap-3">
      <h2 id="today-title">{t('today.title')}</h2>
      {today === null ? (
        <p>{t('today.gone')}</p>
      ) : today.ok ? (
        <Score pair={today} keptCenti={keptCenti} />
      ) : (
        <Failures failures={today.failures} />
      )}
    </section>
  )
}

function Score({ pair, keptCenti }: { pair: PairScore; keptCenti: number | null }) {
  const t = useT(matchReplay)
  const format = useFormat()
  const points = (centi: number) => format.number(centi / 100, 2, 2)
  const centi = Math.round(pair.score * 100)
  const gap = keptCenti === null ? 0 : centi - keptCenti
  return (
    <>
      <p className="text-lg font-semibold">{t('today.score', { score: points(centi) })}</p>
      {keptCenti !== null && (
        <p>
          {gap === 0
            ? t('today.same')
            : t('today.change', { gap: `${gap > 0 ? '+' : ''}${points(gap)}`, kept: points(keptCenti) })}
        </p>
      )}
      <p className="text-muted">
        {t('today.versions', {
          formula: pair.formulaVersion,
          weights: pair.weightsVersion,
          factors: pair.factorVersion,
        })}
      </p>
    </>
  )
}

function Failures({ failures }: { failures: readonly NoMatch[] }) {
  const t = useT(matchReplay)
  const failureText = useFailureText(useT(attributes))
  return (
    <>
      <p className="text-lg font-semibold">{t('today.failed')}</p>
      <ul className="list-disc pl-6">
        {failures.map((failure) => (
          <li key={`${failure.reason} ${failure.attribute ?? ''}`}>{failureText(failure)}</li>
        ))}
      </ul>
    </>
  )
}
