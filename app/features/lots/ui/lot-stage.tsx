import { lotFacts } from '~/messages/lot-facts'
import { useFormat, useT } from '~/ui/i18n'
import type { LotView } from '../model/lot'
import { stageOf, type LotStage } from '../model/visibility'

/** Who sees the lot and from when, for its own organisation; the stage reached is marked while it is online. */
export function LotStages({
  lot,
  today,
  territoryName,
}: {
  lot: LotView
  today: string
  /** Null when the lot is shown to no territory first. */
  territoryName: string | null
}) {
  const t = useT(lotFacts)
  const format = useFormat()
  const current = stageOf(lot, today)
  const isOnline = lot.status === 'published'
  const reached = isOnline ? current : null
  const since = (day: string) =>
    t(day <= today ? 'stage.fromPast' : 'stage.from', { day: format.dayLong(day) })
  const stages: { stage: LotStage; who: string; when: string }[] = [
    { stage: 'organisation', who: t('stage.organisation'), when: t('stage.since') },
  ]
  if (territoryName && lot.territoryFrom && lot.territoryFrom < lot.publicFrom) {
    const who = t('stage.territory', { name: territoryName })
    stages.push({ stage: 'territory', who, when: since(lot.territoryFrom) })
  }
  const isDated = /^[1-9]/.test(lot.publicFrom)
  stages.push({
    stage: 'public',
    who: t('stage.public'),
    when: isDated ? since(lot.publicFrom) : t('stage.since'),
  })
  return (
    <section aria-labelledby="stages" className="flex flex-col gap-3">
      <h2 id="stages" className="text-xl">
        {t('stage.title')}
      </h2>
      <ol className="flex flex-col gap-1">
        {stages.map(({ stage, who, when }) => (
          <li
            key={stage}
            aria-current={stage === reached ? 'step' : undefined}
            className={`border-l-8 py-1 pl-3 ${stage === reached ? 'border-mark' : 'border-field'}`}
          >
            <span className="font-semibold">{who}</span>, {when}
            {stage === reached && <strong className="block text-sm">{t('stage.now')}</strong>}
          </li>
        ))}
      </ol>
      {(!isOnline || current !== 'public') && (
        <p className="text-sm text-muted">{t(isOnline ? 'stage.text' : 'stage.offline')}</p>
      )}
    </section>
  )
}
