import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { MESSAGES_A_DAY, MESSAGES_A_DAY_ON_PAIR } from '../model/contact'
import { countMessagesBy, listPairActs, updatePair } from '../repo/pairs.server'
import type { contactPairSchema } from '../schema'
import { findOwnPair } from './dismiss-pair.server'

const DAY_MS = 86_400_000

type Contact = Omit<z.output<typeof contactPairSchema>, 'intent'> & { actor: Actor }

/**
 * Writes to the other side of a pair, which is then «contacted». Sending the same id twice writes once. The sender's
 * address is told only when they agree to it.
 * @returns `pair-dismissed` for a pair set aside or no longer possible, `pair-message-limit` beyond a day's messages
 */
export async function contactPair(contact: Contact): Promise<Result<{ id: string }>> {
  const { actor, pairId, id: messageId, text, sharesAddress } = contact
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  return withTx(async (tx) => {
    const pair = await findOwnPair(tx, actor, pairId)
    if (!pair) return refused('not-found')
    const acts = await listPairActs(tx, pairId)
    if (acts.some(({ detail }) => detail.messageId === messageId)) return ok({ id: pairId })
    if (pair.dismissedAtMs !== null || pair.isStale) return refused('pair-dismissed')
    const since = nowMs() - DAY_MS
    const onPair = acts.filter(
      ({ kind, actorUserId, atMs }) => kind === 'contacted' && actorUserId === actor.userId && atMs > since,
    )
    const isOften = onPair.length >= MESSAGES_A_DAY_ON_PAIR
    if (isOften || (await countMessagesBy(tx, actor.userId, since)) >= MESSAGES_A_DAY) {
      return refused('pair-message-limit')
    }
    const { organisationId } = actor
    await updatePair(tx, pairId, { contactedAtMs: nowMs(), contactedByOrganisationId: organisationId })
    await recordChange(tx, {
      entity: 'match-pair',
      entityId: pairId,
      kind: 'contacted',
      actorUserId: actor.userId,
      detail: { organisationId, messageId, text },
    })
    const sender = { userId: actor.userId, organisationId, sharesAddress }
    await tell(tx, 'match-pair.contacted', { pairId, text, ...sender })
    return ok({ id: pairId })
  })
}
