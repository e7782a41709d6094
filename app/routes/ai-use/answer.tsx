import type { AiRegister } from '~/features/classifier/register-schema'
import { aiUse } from '~/messages/ai-use'
import { modelFaults } from '~/messages/model-faults'
import { Badge } from '~/ui/badge'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { Section } from './section'

/** The answer in three sentences, for whoever reads no further. */
export function Answer({ model }: Pick<AiRegister, 'model'>) {
  const t = useT(aiUse)
  const times = (share: number) => Math.round(share * 100)
  const right = !model
    ? t('answer.none')
    : model.metrics
      ? t('answer.right', { top1: times(model.metrics.top1), top3: times(model.metrics.top3) })
      : t('answer.unmeasured')
  return (
    <>
      {t('answer.what')} {right} <strong>{t('answer.who')}</strong>
    </>
  )
}

/** Whether it runs here now and, if not, who stopped it. */
export function InService({ inService, unavailable, switches }: AiRegister) {
  const t = useT(aiUse)
  const tFault = useT(modelFaults)
  if (inService) {
    return (
      <p>
        <Badge tone="success">{t('on')}</Badge>
      </p>
    )
  }
  if (switches.environment === 'on' && switches.setting === 'on') {
    return (
      <Notice tone="info" title={t('answer.none')}>
        {unavailable && tFault(unavailable)}
      </Notice>
    )
  }
  return (
    <Notice tone="warning" title={t('off.title')}>
      {t(switches.environment === 'off' ? 'off.environment' : 'off.setting')}
    </Notice>
  )
}

const PARTS = ['does', 'not', 'who'] as const

export function Role() {
  const t = useT(aiUse)
  return (
    <Section id="role" title={t('role.title')}>
      <dl className="grid gap-6 lg:grid-cols-3">
        {PARTS.map((part) => (
          <div key={part} className="border-t-4 border-edge pt-3">
            <dt className="font-display text-xl font-bold">{t(`role.${part}`)}</dt>
            <dd className="mt-2">{t(`role.${part}Text`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
