import { paths } from '~/core/paths'
import { moderation } from '~/messages/moderation'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { DecisionEntry } from '../model/case'

type OwnDecisionFacts = Pick<DecisionEntry, 'id' | 'act' | 'ground' | 'decidedAtMs'>

/** Tells the owner of a listing of the decision in force about it, with the way to its reasons and to an appeal. */
export function OwnDecision({ decision }: { decision: OwnDecisionFacts | null }) {
  const t = useT(moderation)
  const format = useFormat()
  if (!decision) return null
  const { id, act, ground, decidedAtMs } = decision
  return (
    <Notice
      tone="warning"
      title={t(act === 'hidden' ? 'own.nowHidden' : 'own.nowAsked')}
      action={
        <ButtonLink to={paths.moderationDecision(id)} look="secondary" wide>
          {t('own.read')}
        </ButtonLink>
      }
    >
      {t(`reason.${ground}`)}, {format.instant(decidedAtMs)}
    </Notice>
  )
}

/** Tells the team that what waits for it replaces words that it had hidden or asked to correct. */
export function FormerDecision({
  decision,
  href,
}: {
  decision: Pick<DecisionEntry, 'ground' | 'decidedAtMs'> | null
  href: string
}) {
  const t = useT(moderation)
  const format = useFormat()
  if (!decision) return null
  const { ground, decidedAtMs } = decision
  return (
    <Notice
      tone="warning"
      title={t('own.formerly')}
      action={
        <ButtonLink to={href} look="secondary" wide>
          {t('case.history')}
        </ButtonLink>
      }
    >
      {t('own.formerlyText', { ground: t(`reason.${ground}`), when: format.instant(decidedAtMs) })}
    </Notice>
  )
}
