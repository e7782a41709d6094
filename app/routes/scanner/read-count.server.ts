import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { MILLI } from '~/core/units'
import { countProgress, piecesOf } from '~/features/labels/model/count-progress'
import type { ScanAct } from '~/features/labels/model/label'
import { listLabelsOfLots, listScanned } from '~/features/labels/queries.server'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { sideOf } from '~/features/reservations/model/side'
import { findReservationView } from '~/features/reservations/queries.server'
import { requireRight } from '~/http/actor.server'
import { notFound, orNotFound } from '~/http/replies.server'

export type CountScope = { lotId: string } | { reservationId: string }

/** What is counted, how far the count is and what is missing; 404 for what is not the reader's to count. */
export async function readCount(scope: CountScope, asked: ScanAct, actor: Actor) {
  const counted = 'reservationId' in scope ? await ofReservation(scope, actor) : await ofLot(scope, actor)
  const act = counted.acts.find((one) => one === asked) ?? 'counted'
  const labels = piecesOf((await listLabelsOfLots([counted.lotId])).get(counted.lotId) ?? [])
  const codes = labels.map(({ code }) => code)
  const scanned = await listScanned(act, codes, 'reservationId' in scope ? scope : 'today')
  const pieces = labels.map(({ code, item }) => ({ code, item }))
  return {
    ...counted,
    act,
    day: 'reservationId' in scope ? null : isoDayOf(nowMs()),
    hasLabels: labels.length > 0,
    progress: countProgress(pieces, scanned, counted.awaited),
  }
}

async function ofReservation({ reservationId }: { reservationId: string }, actor: Actor) {
  const view = orNotFound(await findReservationView(reservationId))
  const side = sideOf(view, actor.organisationId)
  if (side === null) throw notFound()
  const { lotId, lotTitle: title, lotReference: reference } = view
  return {
    lotId,
    reservationId,
    title,
    reference,
    isOwner: side === 'giver',
    acts: ['counted', 'loaded', 'handed-over'] as readonly ScanAct[],
    awaited: view.lotUnit === 'u' ? Math.ceil(view.quantityMilli / MILLI) : null,
  }
}

async function ofLot({ lotId }: { lotId: string }, actor: Actor) {
  const lot = orNotFound(await findLot(lotId))
  requireRight(actor, 'lot:manage', { ownerOrganisationIds: [lot.organisationId] })
  const { title, reference } = lot
  return {
    lotId,
    reservationId: null,
    title,
    reference,
    isOwner: true,
    acts: ['counted'] as readonly ScanAct[],
    awaited: null,
  }
}
