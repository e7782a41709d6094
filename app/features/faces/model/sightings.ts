import type { Sighting } from '~/core/sighting'
import { overlapOf, zoneBetween } from '~/core/zone'
import type { Found } from './decode'
import { boxInPhoto, cornersOf, isMiddleIn, type Box, type View } from './views'

/** What the networks found in each view of a photo. */
export type Raw = {
  faces: readonly { view: View; found: readonly Found[] }[]
  people: readonly { view: View; found: readonly Found[] }[]
  vehicles: readonly { view: View; found: readonly Found[] }[]
}

/** From which score something is told. Chosen by `npm run eval:faces`; decision 056 has the figures. */
export const LEAST = { face: 0.75, person: 0.4, vehicle: 0.45 } as const
/** Told of one photo at most, the surest first. */
const MOST = 12
/** Two zones of which one covers so much of the smaller are one. */
const SAME = 0.5
/** Faces narrower than this share of the photo tell nobody apart. */
const SMALLEST_FACE = 0.012

/** What is told of a photo: each face; each person without one, by where the head is; each vehicle, by its lower half. */
export function sightingsOf(raw: Raw, photo: { width: number; height: number }): Sighting[] {
  const faces = distinct(
    boxesOf(raw.faces)
      .filter(({ box }) => box.right - box.left >= SMALLEST_FACE * Math.max(photo.width, photo.height))
      .map(({ box, score }) => sighting('person', wider(box, 0.25), score, photo)),
  )
  const bodies = boxesOf(raw.people).filter(
    ({ box }) => !faces.some((face) => isMiddleIn(face.zone, zoneBetween(...cornersOf(box, photo)))),
  )
  const heads = bodies.map(({ box, score }) => sighting('person', headOf(box), score, photo))
  const vehicles = boxesOf(raw.vehicles).map(({ box, score }) =>
    sighting('vehicle', { ...box, top: (box.top + box.bottom) / 2 }, score, photo),
  )
  return [...faces, ...distinct(heads), ...distinct(vehicles)]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
}

function boxesOf(views: Raw['faces']): Found[] {
  return views.flatMap(({ view, found }) =>
    found.map(({ box, score }) => ({ box: boxInPhoto(view, box), score })),
  )
}

function sighting(
  kind: Sighting['kind'],
  box: Box,
  score: number,
  photo: { width: number; height: number },
): Sighting {
  return { kind, zone: zoneBetween(...cornersOf(box, photo)), score: Math.round(score * 100) / 100 }
}

/** A box with so much of its size added on each side: hair, chin and ears of a face. */
function wider({ left, top, right, bottom }: Box, share: number): Box {
  const x = (right - left) * share
  const y = (bottom - top) * share
  return { left: left - x, top: top - y, right: right + x, bottom: bottom + y }
}

/** Where the head of somebody upright is: the upper third; all of somebody who is not. */
function headOf(box: Box): Box {
  const height = box.bottom - box.top
  return height > 1.2 * (box.right - box.left) ? { ...box, bottom: box.top + height / 3 } : box
}

/** The surest of those that are one. */
function distinct(sightings: readonly Sighting[]): Sighting[] {
  const kept: Sighting[] = []
  for (const one of [...sightings].sort((a, b) => b.score - a.score)) {
    if (!kept.some((other) => overlapOf(one.zone, other.zone) > SAME)) kept.push(one)
  }
  return kept
}
