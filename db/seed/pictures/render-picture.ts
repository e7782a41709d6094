import sharp from 'sharp'
import { randomFrom, seedOf } from './random'
import { renderFrame } from './render-frame'
import { SHOTS, type PicturedMaterial, type ShotMaker } from './shots'

/** What to draw. */
export type PictureJob = {
  material: PicturedMaterial
  /** Any whole number; consecutive seeds give different layouts. */
  seed: number
  /** Pixels; 960 × 720 by default. */
  width?: number
  height?: number
}

/** A picture whose material the classifier names first, with confidence. */
export const RECOGNISED_PICTURE = { material: 'brick', seed: 0 } as const satisfies PictureJob

/** Pictures are traced at this share of their size, then enlarged. */
const TRACED_SHARE = 0.55
const LEAST_SIDE = 8

/**
 * Draws a lot of reclaimed materials as a JPEG. The same job gives the same bytes on one machine.
 * Holds the thread for one to three seconds at the default size.
 */
export async function renderPicture(job: PictureJob): Promise<Buffer> {
  const { material, seed, width = 960, height = 720 } = job
  const random = randomFrom(seedOf(material, seed))
  const shots: readonly ShotMaker[] = SHOTS[material]
  const shot = shots[Math.abs(seed) % shots.length]!(random)
  const tracedWidth = Math.max(LEAST_SIDE, Math.round(width * TRACED_SHARE))
  const tracedHeight = Math.max(LEAST_SIDE, Math.round(height * TRACED_SHARE))
  const pixels = renderFrame(shot, tracedWidth, tracedHeight, random)
  return sharp(pixels, { raw: { width: tracedWidth, height: tracedHeight, channels: 3 } })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .jpeg({ quality: 82 })
    .toBuffer()
}

/** Draws pictures one after the other, giving way to other work between two. */
export async function* renderPictures(
  jobs: Iterable<PictureJob>,
): AsyncGenerator<{ job: PictureJob; jpeg: Buffer }> {
  for (const job of jobs) {
    await new Promise((resolve) => setImmediate(resolve))
    yield { job, jpeg: await renderPicture(job) }
  }
}
