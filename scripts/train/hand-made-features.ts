import sharp from 'sharp'

/** The side of the square that is looked at, in pixels. */
const SIDE = 128
const HUES = 8
const TONES = 3
const CELLS = 4
const DIRECTIONS = 9
/** Patterns of a pixel's eight neighbours with at most two changes, by how many are lighter, and all the others. */
const TEXTURES = 10
const HALVES = 2

/** How many numbers describe a picture. */
export const HAND_MADE_NUMBERS =
  HUES * TONES * TONES + CELLS * CELLS * DIRECTIONS + HALVES * HALVES * TEXTURES
export const HAND_MADE_DESCRIPTION =
  `Colours (${HUES} hues, ${TONES} saturations, ${TONES} values), edges by direction (${DIRECTIONS}) in ` +
  `${CELLS}×${CELLS} cells, local binary patterns (${TEXTURES}) in ${HALVES}×${HALVES} cells; no network`

/** Colours, edges and textures of a picture, counted without any learning; each group is scaled to length 1. */
export async function handMadeFeatures(image: Buffer): Promise<Float32Array> {
  const rgb = await sharp(image)
    .rotate()
    .resize({ width: SIDE, height: SIDE, fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer()
  return featuresOfPixels(rgb)
}

/** The same of `SIDE` × `SIDE` RGB bytes. */
function featuresOfPixels(rgb: Uint8Array): Float32Array {
  const grey = new Float32Array(SIDE * SIDE)
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const [red = 0, green = 0, blue = 0] = rgb.subarray(pixel * 3, pixel * 3 + 3)
    grey[pixel] = (0.299 * red + 0.587 * green + 0.114 * blue) / 255
  }
  return Float32Array.from([...colours(rgb), ...edges(grey), ...textures(grey)])
}

function colours(rgb: Uint8Array): number[] {
  const counts = new Array<number>(HUES * TONES * TONES).fill(0)
  for (let at = 0; at < rgb.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = rgb.subarray(at, at + 3)
    const value = Math.max(red, green, blue)
    const spread = value - Math.min(red, green, blue)
    const hue = Math.floor(hueOf(red, green, blue, spread) * HUES) % HUES
    const saturation = Math.min(TONES - 1, Math.floor((value ? spread / value : 0) * TONES))
    const tone = Math.min(TONES - 1, Math.floor((value / 256) * TONES))
    counts[(hue * TONES + saturation) * TONES + tone]!++
  }
  return unit(counts)
}

/** Hue from 0 to 1; 0 for grey. */
function hueOf(red: number, green: number, blue: number, spread: number): number {
  if (spread === 0) return 0
  const value = Math.max(red, green, blue)
  const sector =
    value === red
      ? (green - blue) / spread
      : value === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread
  return ((sector + 6) % 6) / 6
}

/** Strength of edges by direction (Dalal and Triggs 2005, without overlapping blocks). */
function edges(grey: Float32Array): number[] {
  const sums = new Array<number>(CELLS * CELLS * DIRECTIONS).fill(0)
  for (let y = 1; y < SIDE - 1; y++) {
    for (let x = 1; x < SIDE - 1; x++) {
      const at = y * SIDE + x
      const across = grey[at + 1]! - grey[at - 1]!
      const down = grey[at + SIDE]! - grey[at - SIDE]!
      const turn = (Math.atan2(down, across) / Math.PI + 1) % 1
      const direction = Math.floor(turn * DIRECTIONS) % DIRECTIONS
      sums[cellOf(x, y, CELLS) * DIRECTIONS + direction]! += Math.hypot(across, down)
    }
  }
  return unit(sums)
}

/** Local binary patterns that turning does not change (Ojala 2002). */
function textures(grey: Float32Array): number[] {
  const ring = [-SIDE - 1, -SIDE, -SIDE + 1, 1, SIDE + 1, SIDE, SIDE - 1, -1]
  const counts = new Array<number>(HALVES * HALVES * TEXTURES).fill(0)
  for (let y = 1; y < SIDE - 1; y++) {
    for (let x = 1; x < SIDE - 1; x++) {
      const at = y * SIDE + x
      const lighter = ring.map((step) => grey[at + step]! > grey[at]!)
      const changes = lighter.filter((each, index) => each !== lighter[(index + 1) % ring.length]).length
      const pattern = changes <= 2 ? lighter.filter(Boolean).length : TEXTURES - 1
      counts[cellOf(x, y, HALVES) * TEXTURES + pattern]!++
    }
  }
  return unit(counts)
}

function cellOf(x: number, y: number, cells: number): number {
  return Math.floor((y * cells) / SIDE) * cells + Math.floor((x * cells) / SIDE)
}

function unit(values: readonly number[]): number[] {
  const length = Math.hypot(...values) || 1
  return values.map((value) => value / length)
}
