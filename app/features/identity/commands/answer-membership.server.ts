import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { addMember } from '~/features/organisations/commands/add-member.server'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { answerMembershipRequest } from '../repo/openid.server'

type AnswerMembership = {
  actor: Actor
  organisationId: string
  userId: string
  decision: 'accepted' | 'refused'
}

/**
 * Answers somebody who asks to be a member: an owner for their organisation, the Métropole's team for any. A new member is
 * a plain one. Refuses `forbidden`, and `not-found` for a request that does not wait.
 */
export async function answerMembership(input: AnswerMembership): Promise<Result<null>> {
  const { actor, organisationId, userId, decision } = input
  const isOwner = can(actor, 'organisation:manage') && actor.organisationId === organisationId
  if (!isOwner && !can(actor, 'organisation:suspend')) return refused('forbidden')
  const answer = { decision, decidedAtMs: nowMs(), decidedByUserId: actor.userId }
  return withTx(async (tx) => {
    if (!(await answerMembershipRequest(tx, { userId, organisationId }, answer))) return refused('not-found')
    if (decision === 'accepted') await addMember(tx, { userId, organisationId, role: 'member' })
    await recordChange(tx, {
      ...{ entity: 'organisation', entityId: organisationId, kind: `member-${decision}` },
      ...{ actorUserId: actor.userId, detail: { userId } },
    })
    await tell(tx, 'account.notice', { notice: `member-${decision}`, userId, organisationId })
    return ok(null)
  })
}
