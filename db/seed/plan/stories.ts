import { addDays, dayNumber } from '~/core/days'
import { diceFor, type Dice } from '../dice'
import type { PhotoRow } from '../factories/photo'
import type { HandoverRow, ReservationRow } from '../factories/reservation'
import { makeInstalledPicture, makeReinstallation, makeStoryConsent } from '../factories/story'
import { REINSTALLED } from '../words/stories'
import type { Actors } from './actors'
import { note, type World } from './world'

/** Stories told, of which the first are public and the last waits for the giver's agreement. */
const COUNT = 7
const PUBLIC = 6
/** Days from a handover to its material being in place. */
const INSTALLED_AFTER = { least: 12, most: 30 }

/** Which stored picture each picture of a story shows, by its storage key. */
export type StoryPictures = ReadonlyMap<string, PhotoRow>

/**
 * Some handovers whose material is back in use, one of a kind, the demo taker's first. Their pictures are those of other
 * lots of the same material; without any picture there is no story.
 */
export function planStories(world: World, actors: Actors): StoryPictures {
  const dice = diceFor('stories')
  const { taker } = actors.demo
  const pictures = new Map<string, PhotoRow>()
  const kinds = new Set<string>()
  const reservations = new Map(world.rows.reservations.map((row) => [row.id, row]))
  const isOwn = ({ reservationId }: HandoverRow) =>
    reservations.get(reservationId)?.takerOrganisationId === taker.organisation.id
  const handovers = dice
    .shuffle(world.rows.handovers)
    .filter(
      ({ handedOverOn }) => dayNumber(world.baseDay) - dayNumber(handedOverOn) > INSTALLED_AFTER.most + 2,
    )
  for (const handover of [...handovers.filter(isOwn), ...handovers.filter((row) => !isOwn(row))]) {
    if (kinds.size >= COUNT) break
    const row = reservations.get(handover.reservationId)
    const lot = world.rows.lots.find(({ id }) => id === row?.lotId)
    if (!row || !lot || kinds.has(lot.material)) continue
    const photo = otherPhoto(world, dice, lot)
    const words = REINSTALLED[lot.material]
    if (!photo || !words) continue
    kinds.add(lot.material)
    const told = { row, handover, words, photo, isPublic: kinds.size <= PUBLIC }
    pictures.set(addStory(world, dice, told), photo)
  }
  return pictures
}

/** A picture of another lot of the same material; else one of the lot itself that is not its first. */
function otherPhoto(world: World, dice: Dice, lot: { id: string; material: string }): PhotoRow | null {
  const alike = new Set(
    world.rows.lots
      .filter(({ id, material }) => material === lot.material && id !== lot.id)
      .map(({ id }) => id),
  )
  const shown = new Set(world.rows.photos.filter(({ lotId }) => lotId === lot.id).map(({ sha256 }) => sha256))
  const others = world.rows.photos.filter(({ lotId, sha256 }) => alike.has(lotId ?? '') && !shown.has(sha256))
  return others.length > 0 ? dice.pick(others) : null
}

type Told = {
  row: ReservationRow
  handover: HandoverRow
  words: string
  photo: PhotoRow
  isPublic: boolean
}

/** Moves the reservation on and writes what its taker says; gives the storage key of its picture. */
function addStory(world: World, dice: Dice, { row, handover, words, photo, isPublic }: Told): string {
  const reinstalledOn = addDays(handover.handedOverOn, dice.int(INSTALLED_AFTER.least, INSTALLED_AFTER.most))
  const atMs = Date.parse(`${reinstalledOn}T09:00:00Z`) + dice.int(0, 300) * 60_000
  const lot = world.rows.lots.find(({ id }) => id === row.lotId)
  const communeCode = row.takerCommuneCode ?? lot!.communeCode
  const userId = row.requestedByUserId
  const reservationId = row.id
  const file = makeInstalledPicture({
    ...{ id: dice.id(atMs), reservationId, userId, createdAtMs: atMs },
    ...{ sha256: photo.sha256, isSynthetic: photo.isSynthetic },
    fileSha256: photo.filesSha256?.['960.jpg'] ?? null,
  })
  world.rows.handoverFiles.push(file)
  world.rows.reinstallations.push(
    makeReinstallation({
      ...{ id: dice.id(atMs), reservationId, reinstalledOn, communeCode, words },
      ...{ fileId: file.id, userId, createdAtMs: atMs },
    }),
  )
  row.status = 'reinstalled'
  row.decidedAtMs = atMs
  note(world, { entity: 'reservation', entityId: row.id, kind: 'reinstalled', actorUserId: userId, atMs })
  const giver = world.rows.memberships.find(
    ({ organisationId }) => organisationId === row.giverOrganisationId,
  )
  agree(world, reservationId, { side: 'taker', userId, atMs: atMs + 60_000, isNamed: true })
  const isNamed = dice.chance(0.5)
  if (isPublic && giver)
    agree(world, reservationId, { side: 'giver', userId: giver.userId, atMs: atMs + 7_200_000, isNamed })
  return file.storageKey
}

type Agreement = { side: 'giver' | 'taker'; userId: string; atMs: number; isNamed: boolean }

function agree(world: World, reservationId: string, agreement: Agreement): void {
  const { side, userId, atMs } = agreement
  world.rows.storyConsents.push(makeStoryConsent({ reservationId, ...agreement }))
  const by = { actorUserId: userId, atMs, detail: { side } }
  note(world, { entity: 'reservation', entityId: reservationId, kind: 'story-public', ...by })
}
