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
