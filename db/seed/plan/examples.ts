import { labelsOfMaterial, onlyLabelOf } from '~/features/examples/model/example'
import { diceFor } from '../dice'
import type { PhotoRow } from '../factories/photo'
import type { Actors } from './actors'
import type { PlannedLot, World } from './world'

/** How many of the latest photos of each sharing organisation the demo keeps as examples. */
const OF_EACH = 8
/** One giver in so many agrees that its photos teach the classifier; the demo's own has not said so. */
const ONE_IN = 4

/** Photos that teach the classifier: of a few organisations that agree, most waiting for an administrator. */
export function planExamples(world: World, actors: Actors, lots: readonly PlannedLot[]): void {
  const dice = diceFor('examples')
  const sharing = actors.givers.filter((party, index) => party !== actors.demo.giver && index % ONE_IN === 1)
  const lotOf = new Map(lots.map((lot) => [lot.row.id, lot]))
  for (const { organisation, user } of sharing) {
    organisation.sharesPhotosSinceMs = organisation.createdAtMs
    const own = world.rows.photos
      .filter(({ organisationId, position }) => organisationId === organisation.id && position === 0)
      .sort((a, b) => b.createdAtMs - a.createdAtMs)
    for (const photo of own.slice(0, OF_EACH)) {
      const lot = photo.lotId ? lotOf.get(photo.lotId) : undefined
      if (lot) addExample(world, photo, lot, { author: user.id, admin: actors.demo.admin.user.id, dice })
    }
  }
}

function addExample(
  world: World,
  photo: PhotoRow,
  { row: { material, publishedAtMs } }: PlannedLot,
  { author, admin, dice }: { author: string; admin: string; dice: ReturnType<typeof diceFor> },
): void {
  const said = world.rows.classifications.find(({ photoId }) => photoId === photo.id)
  const first = said?.candidates[0]?.material ?? null
  const label = labelsOfMaterial(material)[0] ?? null
  const isAccepted = label !== null && dice.chance(0.2)
  world.rows.examples.push({
    photoId: photo.id,
    material,
    label: isAccepted ? label : onlyLabelOf(material),
    origin: first === material ? 'confirmation' : 'correction',
    state: isAccepted ? 'accepted' : 'waiting',
    decidedBy: isAccepted ? admin : author,
    modelVersion: said?.modelVersion ?? null,
    saidMaterial: first,
    source: null,
    licence: null,
    keptSinceMs: publishedAtMs,
    decidedAtMs: publishedAtMs,
  })
}
