import { nowMs } from '~/core/clock'
import { isoDayOf, type IsoDay } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { moveStatus } from '~/features/reservations/commands/move-status.server'
import { findHandoverFileView } from '~/features/reservations/queries/papers.server'
import { findHandover, findReservationView } from '~/features/reservations/queries.server'
import { sideOf } from '~/features/reservations/model/side'
import { withTx } from '~/platform/transaction.server'
import { isReinstallDay } from '../model/story'
import { findReinstallation, insertReinstallation } from '../repo.server'

type TellReinstallation = {
  actor: Actor
  /** Made with the form, so that sending twice tells once. */
  id: string
  reservationId: string
  reinstalledOn: IsoDay
  communeCode: string
  words: string
  /** The picture of what was put back to work, sent before by the taker. */
  fileId: string
}

/**
 * The taker says when and where what was collected was put back to work: the last step of a reservation. Refuses
 * `not-found` to strangers, `forbidden` to the giver, a day before the handover or after today, a picture of others,
 * and `conflict` before the handover or when it was told already.
 */
export async function tellReinstallation(input: TellReinstallation): Promise<Result<{ id: string }>> {
  const { actor, id, reservationId, reinstalledOn, communeCode, words, fileId } = input
  const view = await findReservationView(reservationId)
  const side = view && sideOf(view, actor.organisationId)
  if (!side) return refused('not-found')
  if (side !== 'taker') return refused('forbidden')
  const { handover } = await findHandover(reservationId)
  if (!handover) return refused('conflict')
  const { handedOverOn } = handover
  if (!isReinstallDay(reinstalledOn, { handedOverOn, today: isoDayOf(nowMs()) }))
    return refused('reinstalled-before', { field: 'reinstalledOn' })
  const file = await findHandoverFileView(fileId)
  if (file?.reservationId !== reservationId || file.side !== 'taker' || file.kind !== 'installed')
    return refused('photo-required', { field: 'photo' })
  return withTx(async (tx) => {
    const told = await findReinstallation(tx, reservationId)
    if (told) return told.id === id ? ok({ id }) : refused('conflict')
    const moved = await moveStatus(tx, { actor, reservationId, action: 'reinstall' })
    if (!moved.ok) return moved
    const row = { id, reservationId, reinstalledOn, communeCode, words, fileId, userId: actor.userId }
    await insertReinstallation(tx, { ...row, createdAtMs: nowMs() })
    return ok({ id })
  })
}
