import type { Baseline, Metrics } from '~/features/classifier/model/model-card'
import { labelName } from '~/features/classifier/ui/label-name'
import { aiUse } from '~/messages/ai-use'
import { photoLabels } from '~/messages/photo-labels'
import { useFormat, useT } from '~/ui/i18n'
import { Bar } from '~/ui/meter-bar'
import { Section } from './section'

type Method = { label: string; right: number; isModel?: boolean }

/** The model beside what needs no network, on the same photos. */
export function WithoutAi({ metrics, baseline }: { metrics: Metrics; baseline?: Baseline }) {
  const t = useT(aiUse)
  const tLabel = useT(photoLabels)
  if (!baseline) {
    return (
      <Section id="sans-ia" title={t('baseline.title')}>
        <p className="text-muted">{t('baseline.missing')}</p>
      </Section>
    )
  }
  const { mostFrequent, fixedList, handMade } = baseline
  return (
    <Section id="sans-ia" title={t('baseline.title')}>
      <div className="grid gap-10 lg:grid-cols-2">
        <Methods
          title={t('baseline.first')}
          methods={[
            {
              label: t('baseline.same', { label: labelName(tLabel, mostFrequent.label) }),
              right: mostFrequent.top1,
            },
            { label: t('baseline.hand'), right: handMade.top1 },
            { label: t('baseline.ai'), right: metrics.top1, isModel: true },
          ]}
        />
        <Methods
          title={t('baseline.three')}
          methods={[
            { label: t('baseline.list'), right: fixedList.top3 },
            { label: t('baseline.hand'), right: handMade.top3 },
            { label: t('baseline.ai'), right: metrics.top3, isModel: true },
          ]}
        />
      </div>
      <p className="prose-width text-muted">
        {t('baseline.note', {
          list: fixedList.labels.map((label) => labelName(tLabel, label).toLowerCase()).join(', '),
          numbers: handMade.numbers,
        })}
      </p>
    </Section>
  )
}

function Methods({ title, methods }: { title: string; methods: readonly Method[] }) {
  const format = useFormat()
  return (
    <div className="flex flex-col gap-3">
      <h3>{title}</h3>
      <ul className="flex flex-col gap-4">
        {methods.map(({ label, right, isModel }) => (
          <li key={label} className="flex flex-col gap-1">
            <span className="flex items-baseline justify-between gap-4">
              <span className={isModel ? 'font-semibold' : undefined}>{label}</span>
              <span className="reference text-xl">{format.percent(right, 0)}</span>
            </span>
            <Bar value={right} tone={isModel ? 1 : 2} />
          </li>
        ))}
      </ul>
    </div>
  )
}
