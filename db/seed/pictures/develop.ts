import type { Random } from './random'

/** How the camera turns light into a picture. */
export type Film = {
  exposure: number
  /** Multiplies red and divides blue: above 1 is warm. */
  warmth: number
  /** Darkening of the corners, 0 to 1. */
  vignette: number
  /** Standard deviation of the grain, in eighth-bit steps. */
  grain: number
  /** A wide, faint unevenness of the light, 0 to 1. */
  haze: number
}

export function filmOf(random: Random, exposure: number): Film {
  return {
    exposure: exposure * random.range(0.95, 1.08),
    warmth: random.range(0.97, 1.05),
    vignette: random.range(0.1, 0.26),
    grain: random.range(2, 4.5),
    haze: random.range(0.004, 0.014),
  }
}

/** A gentle S-curve from linear light to 0–255 (an approximation of film, then the sRGB power). */
function tone(value: number): number {
  const x = Math.max(0, value)
  const curve = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)
  return 255 * Math.min(1, curve) ** (1 / 2.2)
}

/** Linear light to 8-bit RGB, scaled so that a white wall in the open is nearly white. */
export function develop(
  frame: Float32Array,
  width: number,
  height: number,
  film: Film,
  random: Random,
): Uint8ClampedArray {
  const out = new Uint8ClampedArray(width * height * 3)
  const balance = [film.warmth, 1, 1 / film.warmth]
  const reach = (width * width + height * height) / 4
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      const away = ((x - width / 2) ** 2 + (y - height / 2) ** 2) / reach
      const gain = film.exposure * 0.8 * (1 - film.vignette * away)
      const grain = (random.next() + random.next() + random.next() - 1.5) * film.grain * 1.6
      for (let k = 0; k < 3; k++) {
        const colorGrain = (random.next() - 0.5) * film.grain * 0.9
        out[at + k] = tone((frame[at + k]! * balance[k]! + film.haze) * gain) + grain + colorGrain
      }
    }
  }
  return out
}
