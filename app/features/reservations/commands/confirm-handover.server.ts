import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { isDue, isHandedOver } from '~/core/reservation-status'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { issuePapers } from '../issue-papers.server'
import { cameLater, doneAt, type ToldTime } from '../model/done-at'
import { handoverState, type HandoverState, type Sorting } from '../model/handover'
import { nextStatus, type Side } from '../model/machine'
import { countedPart } from '../model/paper-facts'
import { sideOf } from '../model/side'
import { findReservationView } from '../queries.server'
import {
  findHandoverId,
  findReservation,
  insertHandover,
  listConfirmations,
  upsertConfirmation,
} from '../repo.server'
import { listChecks } from '../repo/papers.server'
import { applyStatus } from './decide-reservation.server'

type Signed = { state: HandoverState; handoverId: string | null }
type Signature = { signedName: string; drawing?: string | null }
type ConfirmHandover = Signature & {
  actor: Actor
  reservationId: string
  massG: number
  /** The other side's signature for the same mass, given on this account's device. */
  other?: Signature
  /** What the giver says of the sorting; a taker's is not heard. */
  sorting?: Sorting
  /** When a device says that it was signed; left out where it is signed now. */
  told?: ToldTime
}

/**
 * Signs a handover for one side, and with `other` for both, one phone being passed over; what the other side signed on
 * an account of its own is never replaced. When both sides have signed the same mass, the handover is complete: the
 * reservation is collected, its documents are issued and the accounting hears of it. It is dated by the later of the two
 * signatures, which may have been given before they arrived. Until then each side may correct.
 * Sending a signature twice answers the same; refuses `not-found` to strangers, else `conflict`.
 */
export async function confirmHandover(input: ConfirmHandover): Promise<Result<Signed>> {
  const { actor, reservationId } = input
  const sortedOn = input.sorting?.sortedOn ?? null
  if (sortedOn !== null && sortedOn > isoDayOf(nowMs())) return refused('invalid', { field: 'sortedOn' })
  const view = await findReservationView(reservationId)
  if (!view) return refused('not-found')
  return withTx(async (tx) => {
    const reservation = await findReservation(tx, reservationId)
    const side = reservation && sideOf(reservation, actor.organisationId)
    if (!reservation || !side) return refused('not-found')
    if (isHandedOver(reservation.status)) return signedAlready(tx, input, side)
    if (!isDue(reservation.status)) return refused('conflict')
    const atMs = input.told ? doneAt(input.told, reservation.decidedAtMs ?? reservation.createdAtMs) : nowMs()
    await sign(tx, input, { side, onSide: side, atMs })
    if (input.other) await signForOther(tx, input, side, atMs)
    const confirmations = await listConfirmations(tx, reservationId)
    const state = handoverState(confirmations)
    if (state.kind !== 'agreed') {
      await tell(tx, 'handover.signed', { reservationId, side })
      return ok({ state, handoverId: null })
    }
    const sorting = confirmations.find((signed) => signed.side === 'giver')?.sorting
    // Sorting happens on the giver's site, whoever signs last (environment code, L.541-4-4).
    const signed = { massG: state.massG, doneAtMs: Math.max(...confirmations.map(({ atMs }) => atMs)) }
    const handoverId = await complete(tx, reservation, signed, {
      legalStatus: sorting?.legalStatus ?? 'reuse',
      operator: sorting?.operator || view.giverName,
      sortedOn: sorting?.sortedOn ?? null,
      evidence: sorting?.evidence ?? '',
    })
    const collected = nextStatus(reservation.status, 'complete', 'system')
    if (!collected) return refused('conflict')
    await applyStatus(tx, reservation, 'complete', collected, { actorUserId: actor.userId })
    await tell(tx, 'handover.completed', { handoverId })
    return ok({ state, handoverId })
  })
}

/** Writes one side's signature, on the account of `onSide`; what a device sends again stays as it first came. */
async function sign(
  tx: Tx,
  input: ConfirmHandover,
  {
    side,
    onSide,
    atMs,
    signature = input,
  }: { side: Side; onSide: Side; atMs: number; signature?: Signature },
): Promise<void> {
  const { actor, reservationId, massG } = input
  const known = (await listConfirmations(tx, reservationId)).find((one) => one.side === side)
  if (input.told && known?.massG === massG && known.signedName === signature.signedName) return
  await upsertConfirmation(tx, {
    reservationId,
    side,
    massG,
    signedName: signature.signedName,
    drawing: signature.drawing ?? null,
    onSide,
    sorting: side === 'giver' && onSide === 'giver' ? (input.sorting ?? null) : null,
    userId: actor.userId,
    atMs,
    receivedAtMs: nowMs(),
  })
  await recordChange(tx, {
    entity: 'reservation',
    entityId: reservationId,
    kind: `signed-by-${side}`,
    actorUserId: actor.userId,
    detail: {
      massG,
      ...(cameLater(atMs, nowMs()) && { doneAtMs: atMs }),
      ...(side !== onSide && { onSide, signedName: signature.signedName }),
    },
  })
}

/** The other side signs on this device, unless it has signed on its own. */
async function signForOther(tx: Tx, input: ConfirmHandover, onSide: Side, atMs: number): Promise<void> {
  const side = onSide === 'giver' ? 'taker' : 'giver'
  const signed = (await listConfirmations(tx, input.reservationId)).find((one) => one.side === side)
  if (signed && (signed.onSide ?? side) === side) return
  await sign(tx, input, { side, onSide, atMs, signature: input.other })
}

/** Writes the handover and issues its documents. What left is what was counted, unless the two sides differ on it. */
async function complete(
  tx: Tx,
  reservation: { id: string; quantityMilli: number },
  { massG, doneAtMs }: { massG: number; doneAtMs: number },
  sorting: Sorting,
): Promise<string> {
  const counted = countedPart(await listChecks(tx, reservation.id))
  const handoverId = newId()
  await insertHandover(tx, {
    id: handoverId,
    reservationId: reservation.id,
    handedOverOn: isoDayOf(doneAtMs),
    massG,
    quantityMilli: counted?.countedMilli || reservation.quantityMilli,
    legalStatus: sorting.legalStatus,
    sortingOperator: sorting.operator,
    sortedOn: sorting.sortedOn,
    sortingEvidence: sorting.evidence,
    doneAtMs,
    completedAtMs: nowMs(),
  })
  await issuePapers(tx, handoverId)
  return handoverId
}

/** The answer to a signature that comes again after the handover was completed with it. */
async function signedAlready(tx: Tx, input: ConfirmHandover, side: Side): Promise<Result<Signed>> {
  const confirmations = await listConfirmations(tx, input.reservationId)
  const own = confirmations.find((confirmation) => confirmation.side === side)
  const isSame = own?.massG === input.massG && own.signedName === input.signedName
  if (!isSame) return refused('conflict')
  return ok({
    state: handoverState(confirmations),
    handoverId: await findHandoverId(tx, input.reservationId),
  })
}
