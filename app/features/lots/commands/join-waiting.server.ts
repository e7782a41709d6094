import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { isCountable, MILLI } from '~/core/units'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { mustWait } from '../model/waiting-line'
import { findVisibleLot, listViewers } from '../queries.server'
import { findLot } from '../repo.server'
import { findLiveWaiter, findWaiter, insertWaiter } from '../repo/waiting.server'

type JoinWaiting = {
  actor: Actor
  lotId: string
  /** Made by the client: sending twice joins once. */
  id: string
  quantity: number
}

/**
 * Joins the line of a lot that has nothing free, or less than is wanted. An organisation has one place in a line.
 * Refuses `not-found` for a lot that the taker does not see, `own-lot`, `not-open`, a part of a piece, more than the lot
 * ever had (`out-of-stock`), `not-waiting` when that much can be reserved now, and `already-waiting`.
 */
export async function joinWaiting({
  actor,
  lotId,
  id,
  quantity,
}: JoinWaiting): Promise<Result<{ id: string }>> {
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const viewer = (await listViewers([actor.organisationId])).get(actor.organisationId)
  const visible = viewer ? await findVisibleLot(lotId, viewer) : null
  if (!visible) return refused('not-found')
  if (visible.organisationId === actor.organisationId) return refused('own-lot')
  if (!isCountable(quantity, visible.unit)) return refused('whole-units', { field: 'quantity' })
  const { organisationId, userId } = actor
  return withTx(async (tx) => {
    const known = await findWaiter(tx, id)
    if (known) return known.organisationId === organisationId ? ok({ id }) : refused('conflict')
    const lot = await findLot(tx, lotId)
    if (!lot) return refused('not-found')
    if (lot.status !== 'published' || lot.availableUntil <= isoDayOf(nowMs())) return refused('not-open')
    if (await findLiveWaiter(tx, { lotId, organisationId })) return refused('already-waiting')
    const whole = lot.isWhole ? lot.quantityMilli : quantity
    if (whole > lot.quantityMilli)
      return refused('out-of-stock', { field: 'quantity', params: { left: lot.quantityMilli / MILLI } })
    if (lot.minTakeMilli !== null && whole < lot.minTakeMilli)
      return refused('min-take', { field: 'quantity', params: { least: lot.minTakeMilli / MILLI } })
    if (!mustWait(whole, lot)) return refused('not-waiting')
    const joined = { quantityMilli: whole, status: 'waiting', joinedAtMs: nowMs() } as const
    await insertWaiter(tx, { id, lotId, organisationId, userId, ...joined })
    await recordChange(tx, {
      entity: 'lot',
      entityId: lotId,
      kind: 'waiting-joined',
      actorUserId: userId,
      detail: { waiterId: id, quantityMilli: whole },
    })
    return ok({ id })
  })
}
