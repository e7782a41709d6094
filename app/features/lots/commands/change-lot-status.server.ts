import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import type { LotStatus } from '../model/lot'
import { checkMove } from '../model/lot-state'
import { findLot, setLotStatus } from '../repo.server'
import { closeLine, offerFreed } from './offer-freed.server'

type Move = { actor: Actor; lotId: string; status: LotStatus }

/** Pauses one's own lot or puts it back online, where its matches are told of it; reservations are untouched. */
export async function changeLotStatus(move: Move): Promise<Result<{ id: string }>> {
  return withTx((tx) => moveLot(tx, move))
}

/** The same inside the caller's transaction. Refuses `email-unconfirmed`, `not-found`, `conflict` and `window-passed`. */
export async function moveLot(tx: Tx, { actor, lotId, status }: Move): Promise<Result<{ id: string }>> {
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const lot = await findLot(tx, lotId)
  if (!lot || lot.organisationId !== actor.organisationId) return refused('not-found')
  const verdict = checkMove(lot, status, isoDayOf(nowMs()))
  if (verdict !== 'ok') return refused(verdict)
  if (lot.status === status) return ok({ id: lotId })
  await setLotStatus(tx, actor.organisationId, lotId, status)
  await recordChange(tx, { entity: 'lot', entityId: lotId, kind: status, actorUserId: actor.userId })
  if (status === 'withdrawn') await closeLine(tx, lotId, actor.userId)
  if (status !== 'published') await tell(tx, 'lot.gone', { lotId })
  else {
    await tell(tx, 'lot.changed', { lotId })
    await offerFreed(tx, lotId)
  }
  return ok({ id: lotId })
}
