import { newId } from '~/core/ids'
import { isMaterialType, type MaterialType } from '~/core/material-types'
import { isDue } from '~/core/reservation-status'
import type { LabelView } from '~/features/labels/model/label'
import { labelTarget, type LabelTarget } from '~/features/labels/model/label-target'
import { findTakenReservation, listLabelsOfLots } from '~/features/labels/queries.server'
import { textOf } from '~/features/lots/model/posting-answers'
import { findLot, findVisibleLot, listLotsOf } from '~/features/lots/queries.server'
import { listDraftsOf } from '~/features/lots/queries/drafts.server'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { listReservationsOf } from '~/features/reservations/queries.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { orNotFound } from '~/http/replies.server'

/** What a label opens for who asks. */
export async function targetOf(
  label: LabelView,
  actor: Actor | null,
  request: Request,
): Promise<LabelTarget> {
  const { lotId } = label
  const [reservationId, seen] = await Promise.all([
    lotId && actor ? findTakenReservation(lotId, actor.organisationId) : null,
    lotId ? findVisibleLot(lotId, await lotViewerOf(request)) : null,
  ])
  return labelTarget(label, {
    organisationId: actor?.organisationId ?? null,
    canManage: actor !== null && can(actor, 'lot:manage'),
    reservationId,
    seesLot: seen !== null,
  })
}

/** The lot of a label for its owner, with what waits to be handed over of it. */
export async function readActs(label: LabelView, lotId: string, actor: Actor) {
  const [lot, photos, labels, reservations] = await Promise.all([
    findLot(lotId),
    listPhotosOfLots([lotId]),
    listLabelsOfLots([lotId]),
    listReservationsOf(actor.organisationId),
  ])
  const items = (labels.get(lotId) ?? []).filter(({ item }) => item !== null)
  return {
    lot: orNotFound(lot),
    photo: photos.get(lotId)?.[0] ?? null,
    item: label.item,
    itemCount: items.length,
    scanId: newId(),
    awaited: reservations
      .filter(({ lotId: of, status }) => of === lotId && isDue(status))
      .map(({ id, takerName }) => ({ id, takerName })),
  }
}

export type Holder = { id: string; title: string; material: MaterialType | null }

/** The lots and drafts of one's organisation that a blank label can be claimed for. */
export async function readHolders(actor: Actor): Promise<{ lots: Holder[]; drafts: Holder[] }> {
  const [lots, drafts] = await Promise.all([
    listLotsOf(actor.organisationId),
    listDraftsOf(actor.organisationId),
  ])
  return {
    lots: lots
      .filter(({ status }) => status !== 'withdrawn')
      .map(({ id, title, reference }) => ({ id, title: `${title} (${reference})`, material: null })),
    drafts: drafts.map(({ id, answers }) => {
      const material = textOf(answers, 'material')
      return { id, title: textOf(answers, 'title'), material: isMaterialType(material) ? material : null }
    }),
  }
}
