import type { Zone } from '~/core/zone'

/** A part of a photo, in its pixels, as the detector is shown it: brought within a square of `side` pixels. */
export type View = { left: number; top: number; width: number; height: number; side: number }

/** A rectangle in pixels. */
export type Box = { left: number; top: number; right: number; bottom: number }

/** The squares that the two networks look at. */
const FACE_SIDE = 256
const OBJECT_SIDE = 512
/** Parts of a photo along its sides, each overlapping the next by about a fifth. */
const PARTS = { longer: 3, shorter: 2 } as const
const OVERLAP = 0.2

/** What each network is shown of a photo: all of it, and for faces, which are small, its parts too. */
export function viewsOf(photo: { width: number; height: number }): { faces: View[]; objects: View[] } {
  const whole = { left: 0, top: 0, ...photo }
  const longer = Math.max(photo.width, photo.height)
  const shorter = Math.min(photo.width, photo.height)
  const spread = (length: number, parts: number) => length / (parts - (parts - 1) * OVERLAP)
  const side = Math.ceil(Math.max(spread(longer, PARTS.longer), spread(shorter, PARTS.shorter)))
  const isWide = photo.width >= photo.height
  const columns = starts(photo.width, side, isWide ? PARTS.longer : PARTS.shorter)
  const rows = starts(photo.height, side, isWide ? PARTS.shorter : PARTS.longer)
  const parts = rows.flatMap(({ from: top, length: height }) =>
    columns.map(({ from: left, length: width }) => ({ left, top, width, height, side: FACE_SIDE })),
  )
  return { faces: [{ ...whole, side: FACE_SIDE }, ...parts], objects: [{ ...whole, side: OBJECT_SIDE }] }
}

/** Where parts of a length begin, from one end to the other. */
function starts(length: number, side: number, parts: number): { from: number; length: number }[] {
  if (side >= length) return [{ from: 0, length }]
  return Array.from({ length: parts }, (_, part) => ({
    from: Math.round(((length - side) * part) / (parts - 1)),
    length: side,
  }))
}

/** A box that was found in a view, in pixels of the photo. */
export function boxInPhoto({ left, top, width, height, side }: View, box: Box): Box {
  const scale = Math.max(width, height) / side
  return {
    left: left + box.left * scale,
    top: top + box.top * scale,
    right: left + box.right * scale,
    bottom: top + box.bottom * scale,
  }
}

/** A box as shares of the photo, ready to make a zone of. */
export function cornersOf(
  box: Box,
  { width, height }: { width: number; height: number },
): [a: { x: number; y: number }, b: { x: number; y: number }] {
  return [
    { x: box.left / width, y: box.top / height },
    { x: box.right / width, y: box.bottom / height },
  ]
}

/** Whether the middle of one zone lies in another. */
export function isMiddleIn(inner: Zone, outer: Zone): boolean {
  const x = inner.x + inner.width / 2
  const y = inner.y + inner.height / 2
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height
}
