import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { isDue } from '~/core/reservation-status'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import type { ScanAct } from '../model/label'
import {
  findHolder,
  findLabelRow,
  findReservationRow,
  findScan,
  insertScan,
  listLabelledItems,
  listScansOf,
} from '../repo.server'

type Scan = {
  actor: Actor
  /** Made by the client, so that sending twice stores once. */
  scanId: string
  code: string
  act: ScanAct
  /** The lot that is counted, or the reservation whose pieces are. */
  scope: { lotId: string } | { reservationId: string }
}

/**
 * Writes down that a labelled piece was counted, loaded or handed over. A piece counts once for a reservation, and
 * once a day for a count of a whole lot, however often it is scanned.
 *
 * Refuses `label-unknown`; `label-elsewhere` for a label of another lot; `label-whole` for the label of the lot where
 * its pieces have their own; `not-open` once the reservation is not to be handed over; `not-found` for what is not
 * one's own.
 */
export async function recordScan(scan: Scan): Promise<Result<{ isNew: boolean; item: number | null }>> {
  const { actor, scanId, code, act } = scan
  return withTx(async (tx) => {
    const scoped = await scopeOf(tx, scan)
    if (!scoped.ok) return scoped
    const { lotId, reservationId } = scoped.value
    const label = await findLabelRow(tx, code)
    if (!label) return refused('label-unknown', { field: 'code' })
    if ((label.lotId ?? label.draftId) !== lotId) return refused('label-elsewhere', { field: 'code' })
    const { item } = label
    if (item === null && (await listLabelledItems(tx, lotId)).some((one) => one !== null))
      return refused('label-whole', { field: 'code' })
    const atMs = nowMs()
    if (await isDone(tx, { scanId, code, act, reservationId, atMs })) return ok({ isNew: false, item })
    await insertScan(tx, { id: scanId, code, act, reservationId, userId: actor.userId, atMs })
    const detail = { lotId, item, reservationId }
    await recordChange(tx, {
      entity: 'label',
      entityId: code,
      kind: act,
      actorUserId: actor.userId,
      detail,
    })
    return ok({ isNew: true, item })
  })
}

type Scoped = { lotId: string; reservationId: string | null }

/** The lot that is counted, if the actor may count it. */
async function scopeOf(tx: Tx, { actor, act, scope }: Scan): Promise<Result<Scoped>> {
  if ('lotId' in scope) {
    const holder = await findHolder(tx, scope.lotId)
    const isOwn = holder?.kind === 'lot' && holder.organisationId === actor.organisationId
    if (!isOwn || act === 'handed-over') return refused('not-found')
    return ok({ lotId: scope.lotId, reservationId: null })
  }
  const reservation = await findReservationRow(tx, scope.reservationId)
  const parties = [reservation?.giverOrganisationId, reservation?.takerOrganisationId]
  if (!reservation || !parties.includes(actor.organisationId)) return refused('not-found')
  if (!isDue(reservation.status)) return refused('not-open')
  return ok({ lotId: reservation.lotId, reservationId: scope.reservationId })
}

async function isDone(
  tx: Tx,
  scan: { scanId: string; code: string; act: ScanAct; reservationId: string | null; atMs: number },
): Promise<boolean> {
  if (await findScan(tx, scan.scanId)) return true
  const before = await listScansOf(tx, scan)
  return scan.reservationId === null
    ? before.some(({ atMs }) => isoDayOf(atMs) === isoDayOf(scan.atMs))
    : before.length > 0
}
