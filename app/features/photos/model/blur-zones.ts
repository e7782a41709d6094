import type { Pixels } from './pixels'
import type { Zone } from '~/core/zone'

/** Tiles along the longer side of a zone at most: fewer colours than tell one face, or one character, from another. */
const MOST_TILES = 4
/** Tiles along the longer side of the photo at most, so that zones side by side do not make a finer mosaic together. */
const MOST_TILES_OF_PHOTO = 6

type Box = { left: number; top: number; right: number; bottom: number }

/**
 * The picture with each zone replaced by a mosaic of few tiles, each of one colour, the average of what it covered.
 * What was there cannot be brought back from it. Nothing outside of the zones changes; where zones overlap, the next
 * averages what the one before left.
 */
export function blurZones(picture: Pixels, zones: readonly Zone[]): Pixels {
  const blurred = { ...picture, data: Uint8Array.from(picture.data) }
  for (const zone of zones) mosaic(blurred, boxOf(picture, zone))
  return blurred
}

/** The pixels that a zone touches, even in part. */
function boxOf({ width, height }: Pixels, zone: Zone): Box {
  const left = Math.floor((zone.x * width) / 1000)
  const top = Math.floor((zone.y * height) / 1000)
  return {
    left,
    top,
    right: Math.min(width, Math.max(left + 1, Math.ceil(((zone.x + zone.width) * width) / 1000))),
    bottom: Math.min(height, Math.max(top + 1, Math.ceil(((zone.y + zone.height) * height) / 1000))),
  }
}

function mosaic(picture: Pixels, { left, top, right, bottom }: Box): void {
  const side = Math.max(picture.width, picture.height) / MOST_TILES_OF_PHOTO
  const longer = Math.max(right - left, bottom - top)
  const tile = Math.max(longer / MOST_TILES, side)
  const across = stepOf(right - left, tile)
  const down = stepOf(bottom - top, tile)
  for (let y = top; y < bottom; y += down) {
    for (let x = left; x < right; x += across) {
      flatten(picture, {
        left: x,
        top: y,
        right: Math.min(right, x + across),
        bottom: Math.min(bottom, y + down),
      })
    }
  }
}

/** The side of equal tiles along a length, as near to the wanted one as whole tiles allow. */
function stepOf(length: number, tile: number): number {
  return Math.ceil(length / Math.max(1, Math.round(length / tile)))
}

/** Gives a tile the average of its colours. */
function flatten({ data, width }: Pixels, { left, top, right, bottom }: Box): void {
  const sums = [0, 0, 0]
  const eachPixel = (visit: (at: number) => void) => {
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) visit(3 * (y * width + x))
  }
  eachPixel((at) => {
    for (let channel = 0; channel < 3; channel++) sums[channel]! += data[at + channel]!
  })
  const count = (right - left) * (bottom - top)
  const colour = sums.map((sum) => Math.round(sum / count))
  eachPixel((at) => data.set(colour, at))
}
