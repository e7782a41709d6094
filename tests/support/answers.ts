import sharp from 'sharp'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import type { Result } from '~/core/result'
import { publishLot } from '~/features/lots/commands/publish-lot.server'
import { listViewers, searchLots } from '~/features/lots/queries.server'
import { publishLotSchema } from '~/features/lots/schema'
import { stateNeed } from '~/features/needs/commands/state-need.server'
import { stateNeedSchema } from '~/features/needs/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { addInventoryLine } from '~/features/sites/commands/add-inventory-line.server'
import { openSite } from '~/features/sites/commands/open-site.server'
import { inventoryLineSchema, newSiteSchema } from '~/features/sites/schema'
import { TODAY } from './deal'

/** What a person changes of the answers below, as a form sends them. */
type Answers = Record<string, unknown>

/** The value of a command that must go through; a refusal fails the step with its code. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

/** Opens a site in Montreuil through its form's schema. */
export async function opensSite(actor: Actor, answers: Answers = {}): Promise<string> {
  const site = newSiteSchema.parse({
    id: newId(),
    name: 'École Jean-Macé',
    kind: 'strip-out',
    communeCode: '93048',
    address: '4 rue du Préau',
    startsOn: addDays(TODAY, -60),
    endsOn: addDays(TODAY, 90),
    ...answers,
  })
  return granted(await openSite({ actor, ...site })).id
}

/** Adds a line of ten tonnes of doors, half of it reusable, to the inventory of a site. */
export async function inventories(actor: Actor, siteId: string, answers: Answers = {}): Promise<void> {
  const line = inventoryLineSchema.parse({
    id: newId(),
    kind: 'pemd',
    material: 'door',
    product: 'Blocs-portes à âme pleine',
    quantity: '250',
    unit: 'u',
    massKg: '10 000',
    reusableKg: '5 000',
    ...answers,
  })
  granted(await addInventoryLine({ actor, siteId, ...line }))
}

/** Sends a photo of plain colour, as a phone would. */
export async function sendsPhoto(actor: Actor): Promise<string> {
  const photoId = newId()
  const background = `#${photoId.slice(-6)}`
  const image = sharp({ create: { width: 640, height: 480, channels: 3, background } })
  granted(await addPhoto({ actor, photoId, bytes: await image.jpeg().toBuffer(), name: 'porte.jpg' }))
  return photoId
}

/** Publishes twelve doors through the form's schema, with a photo. */
export async function publishes(actor: Actor, siteId: string, answers: Answers = {}): Promise<string> {
  const lot = publishLotSchema.parse({
    id: newId(),
    siteId,
    photoIds: [await sendsPhoto(actor)],
    material: 'door',
    title: 'Portes à âme pleine',
    attributes: { leafWidth: '830', leafHeight: '2040' },
    quantity: '12',
    unit: 'u',
    massKg: '480',
    condition: '4',
    hazards: ['none'],
    availableFrom: TODAY,
    availableUntil: addDays(TODAY, 45),
    cedingRight: 'owner',
    ...answers,
  })
  return granted(await publishLot({ actor, ...lot, title: lot.title ?? 'Portes' })).id
}

/** States a need of eight doors in Montreuil through the form's schema. */
export async function states(actor: Actor, answers: Answers = {}): Promise<string> {
  const need = stateNeedSchema.parse({
    id: newId(),
    material: 'door',
    title: 'Portes pour un centre de loisirs',
    quantity: '8',
    unit: 'u',
    communeCode: '93048',
    neededFrom: addDays(TODAY, 2),
    neededUntil: addDays(TODAY, 40),
    radiusKm: '15',
    minCondition: '3',
    ...answers,
  })
  return granted(await stateNeed({ actor, ...need })).id
}

/** Asks for `units` pieces of a lot and returns the reservation's id. */
export async function requests(actor: Actor, lotId: string, units: number, needId?: string): Promise<string> {
  const order = { actor, lotId, id: newId(), quantity: units * 1000, needId, message: '' }
  return granted(await requestReservation(order)).id
}

/** Accepts the only request for a lot. */
export async function accepts(actor: Actor, reservationId: string): Promise<void> {
  granted(await decideReservation({ actor, reservationId, action: 'accept', criterion: 'first', reason: '' }))
}

/** Signs the handover with a mass; returns the handover's id once both sides agree, null before. */
export async function signs(actor: Actor, reservationId: string, massG: number): Promise<string | null> {
  return granted(await confirmHandover({ actor, reservationId, massG, signedName: actor.name })).handoverId
}

/** The ids of the open lots that someone finds by a text; a visitor when nobody is given. */
export async function finds(text: string, actor?: Actor): Promise<string[]> {
  const viewer = actor && (await listViewers([actor.organisationId])).get(actor.organisationId)
  const { lots } = await searchLots({ text }, { size: 50, number: 1 }, viewer)
  return lots.map(({ id }) => id)
}
