import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { isDue } from '~/core/reservation-status'
import {
  FACTS_VERSION,
  type FieldFacts,
  type FieldLabel,
  type FieldLot,
  type FieldPicture,
  type FieldReservation,
} from '~/features/field/model/field-facts'
import { labelAddress } from '~/features/labels/label-address.server'
import { listBlankLabels, listLabelsOfLots } from '~/features/labels/queries.server'
import { massOfPart } from '~/features/lots/model/lot'
import { listLotsOf } from '~/features/lots/queries.server'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { renditionKey } from '~/features/photos/model/limits'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { sideOf } from '~/features/reservations/model/side'
import {
  findPickupPlace,
  listConfirmationsOf,
  listReservationsOf,
  type ReservationView,
} from '~/features/reservations/queries.server'
import { postingSites } from './posting-sites.server'
import { recalledBySite } from './recalled-terms.server'

/** The newest lots and the reservations that a device keeps: enough for the sites under way, little to send. */
const MOST_LOTS = 150
const MOST_RESERVATIONS = 60
/** Labels of those lots, and blank ones: a few rolls of a label printer. */
const MOST_LABELS = 1500
const MOST_BLANK_LABELS = 300

/** All that a device keeps of an account to work without the network. */
export async function fieldFactsOf(actor: Actor): Promise<FieldFacts> {
  const today = isoDayOf(nowMs())
  const canPublish = can(actor, 'lot:create')
  const sites = canPublish ? await postingSites(actor, today) : []
  const recalled = await recalledBySite(actor, sites, today)
  const lots = canPublish ? await ownLots(actor, sites) : []
  const reservations = can(actor, 'handover:confirm') ? await openHandovers(actor) : []
  return {
    version: FACTS_VERSION,
    atMs: nowMs(),
    who: {
      userId: actor.userId,
      name: actor.name,
      organisationId: actor.organisationId,
      organisationName: actor.organisationName,
      isConfirmed: actor.isConfirmed,
      canPublish,
    },
    sites: sites.map((site) => ({ ...site, recalled: recalled[site.id] ?? {} })),
    lots,
    reservations,
    labels: await keptLabels(actor, lots, reservations),
    labelBase: labelAddress(''),
  }
}

/** The labels of what the device keeps, and the blank ones that a lot of one's own may take. */
async function keptLabels(
  actor: Actor,
  lots: readonly FieldLot[],
  reservations: readonly FieldReservation[],
): Promise<FieldLabel[]> {
  const ids = new Set([...lots.map(({ id }) => id), ...reservations.map(({ lotId }) => lotId)])
  const [byLot, blanks] = await Promise.all([
    listLabelsOfLots([...ids]),
    can(actor, 'lot:create') ? listBlankLabels(actor.organisationId, MOST_BLANK_LABELS) : [],
  ])
  const ofLots = [...byLot.values()].flat().slice(0, MOST_LABELS)
  return [...ofLots, ...blanks].map(({ code, lotId, item }) => ({ code, lotId, item }))
}

async function ownLots(actor: Actor, sites: readonly { id: string; name: string }[]): Promise<FieldLot[]> {
  const names = new Map(sites.map(({ id, name }) => [id, name]))
  const lots = (await listLotsOf(actor.organisationId))
    .filter(({ status, availableMilli }) => status !== 'withdrawn' && availableMilli > 0)
    .slice(0, MOST_LOTS)
  const photos = await listPhotosOfLots(lots.map(({ id }) => id))
  return lots.map((lot) => ({
    id: lot.id,
    reference: lot.reference,
    title: lot.title,
    material: lot.material,
    unit: lot.unit,
    quantityMilli: lot.quantityMilli,
    availableMilli: lot.availableMilli,
    massG: lot.massG,
    condition: lot.condition,
    status: lot.status,
    siteId: lot.siteId,
    siteName: names.get(lot.siteId) ?? lot.communeName,
    availableUntil: lot.availableUntil,
    photo: pictureOf(photos.get(lot.id)?.[0]),
  }))
}

async function openHandovers(actor: Actor): Promise<FieldReservation[]> {
  const views = (await listReservationsOf(actor.organisationId))
    .filter(({ status }) => isDue(status))
    .slice(0, MOST_RESERVATIONS)
  const signed = await listConfirmationsOf(views.map(({ id }) => id))
  const photos = await listPhotosOfLots(views.map(({ lotId }) => lotId))
  const entries = views.map(async (view) => {
    const side = sideOf(view, actor.organisationId)
    if (!side) return []
    const confirmations = signed.get(view.id) ?? []
    const massOf = (isOwn: boolean) =>
      confirmations.find((confirmation) => (confirmation.side === side) === isOwn)?.massG ?? null
    return [
      {
        ...(await placeOf(view, actor)),
        id: view.id,
        side,
        otherName: side === 'giver' ? view.takerName : view.giverName,
        lotId: view.lotId,
        lotReference: view.lotReference,
        lotTitle: view.lotTitle,
        unit: view.lotUnit,
        quantityMilli: view.quantityMilli,
        expectedMassG: massOfPart(
          { massG: view.lotMassG, quantityMilli: view.lotQuantityMilli },
          view.quantityMilli,
        ),
        otherMassG: massOf(false),
        ownMassG: massOf(true),
        pickupOn: view.pickupOn,
        pickupPart: view.pickupPart,
        photo: pictureOf(photos.get(view.lotId)?.[0]),
      },
    ]
  })
  return (await Promise.all(entries)).flat()
}

async function placeOf(view: ReservationView, actor: Actor) {
  const place = await findPickupPlace(view, actor.organisationId)
  return {
    siteName: place?.siteName ?? view.lotCommuneName,
    address: place?.address ?? '',
    access: place?.access ?? '',
    contactName: place?.contactName ?? '',
    contactPhone: place?.contactPhone ?? '',
  }
}

function pictureOf(photo: PhotoView | undefined): FieldPicture | null {
  return photo ? { id: photo.id, src: paths.photoFile(renditionKey(photo.storageKey, 320)) } : null
}
