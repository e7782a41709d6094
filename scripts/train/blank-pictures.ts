import { mkdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { OTHER_LABEL } from '~/features/classifier/model/training-minimums'
import type { Photo } from './photo-set'
import { seededRandom } from './random'

/** Made pictures: they teach the model to say nothing of a covered lens, a flash, a blur; they never measure it. */
export const BLANK_KIND = 'blank'

const DEFAULT_COUNT = 24
const SIDE_PX = 320

/**
 * Writes plain, shaded and grainy pictures into a folder: the same for the same seed.
 * Noise stays as faint as a sensor's: stronger noise has the texture of carpet and insulation.
 */
export async function makeBlankPictures(
  folder: string,
  seed: number,
  count = DEFAULT_COUNT,
): Promise<Photo[]> {
  mkdirSync(folder, { recursive: true })
  const random = seededRandom(seed)
  const photos: Photo[] = []
  for (let index = 0; index < count; index++) {
    const file = path.join(folder, `${String(index).padStart(2, '0')}.png`)
    const sigma = [0, 4, 10][index % 3] ?? 0
    const grain = [1, 1, 4, 16][Math.floor(index / 3) % 4] ?? 1
    const side = SIDE_PX / grain
    await sharp(blankPixels(random, side, sigma), { raw: { width: side, height: side, channels: 3 } })
      .resize(SIDE_PX, SIDE_PX)
      .png()
      .toFile(file)
    photos.push({ file, label: OTHER_LABEL, kind: BLANK_KIND, source: `blank ${index}` })
  }
  return photos
}

function blankPixels(random: () => number, side: number, sigma: number): Buffer {
  const colour = [0, 1, 2].map(() => random() * 255)
  const slope = (random() - 0.5) * 160
  const isGrey = random() < 0.5
  const pixels = Buffer.alloc(side * side * 3)
  for (let pixel = 0; pixel < side * side; pixel++) {
    const shade = slope * (pixel / (side * side) - 0.5)
    const shared = sigma * gaussian(random)
    for (let channel = 0; channel < 3; channel++) {
      const level = isGrey ? colour[0]! : colour[channel]!
      const noise = isGrey ? shared : sigma * gaussian(random)
      pixels[pixel * 3 + channel] = Math.max(0, Math.min(255, Math.round(level + shade + noise)))
    }
  }
  return pixels
}

/** A draw of mean 0 and deviation 1 (Box and Muller 1958). */
function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
