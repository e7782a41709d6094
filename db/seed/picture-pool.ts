import { createHash } from 'node:crypto'
import type { MaterialType } from '~/core/material-types'
import { classifierInfo, classifyPixels } from '~/features/classifier/classifier.server'
import { toBytes } from '~/features/classifier/model/embedding'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { makeRenditions } from '~/features/photos/renditions.server'
import { storeRenditions, type FilesSha256 } from '~/features/photos/store-renditions.server'
import { env } from '~/platform/env.server'
import type { ClassificationRow } from './factories/photo'
import { listPictureSources, type Draw, type PictureMode, type PictureSource } from './picture-sources'

/** A stored picture that any number of photo rows may show. */
export type PoolPicture = {
  materials: readonly MaterialType[]
  label: string | null
  isSynthetic: boolean
  sha256: string
  storageKey: string
  filesSha256: FilesSha256
  width: number
  height: number
  /** What the model says of it; null without a model. */
  said: Pick<ClassificationRow, 'modelVersion' | 'verdict' | 'candidates' | 'inferenceMs'> | null
  /** By what it is compared with others; null when the model compares nothing. */
  vector: Buffer | null
}

/** Pictures under way at once: some are drawn while others are encoded and classified. */
const AT_ONCE = 4

/**
 * Makes and stores the demo's pictures through the same path as uploads, and classifies each once when a model is
 * there. A photograph that cannot be read is left out.
 */
export async function makePicturePool(
  mode: PictureMode,
  { draw, say }: { draw: Draw; say: (line: string) => void },
): Promise<PoolPicture[]> {
  const sources = await listPictureSources(mode, draw)
  const made: (PoolPicture | null)[] = sources.map(() => null)
  const hasModel = classifierInfo().card !== null && !env().isClassifierOff
  let next = 0
  let done = 0
  const work = async (): Promise<void> => {
    while (next < sources.length) {
      const index = next++
      made[index] = await makePicture(sources[index]!, hasModel)
      done += 1
      if (done % 12 === 0 || done === sources.length) say(`Demo: pictures ${done}/${sources.length}…`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return made.filter((picture) => picture !== null)
}

async function makePicture(source: PictureSource, hasModel: boolean): Promise<PoolPicture | null> {
  const bytes = await source.read()
  const renditions = await makeRenditions(bytes, source.name)
  if (!renditions.ok) return null
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const storageKey = `${sha256.slice(0, 2)}/${sha256.slice(2, 32)}`
  const { width, height, files } = renditions.value
  const filesSha256 = await storeRenditions(storageKey, files)
  const { materials, label, isSynthetic } = source
  const { said, vector } = hasModel ? await classify(bytes) : { said: null, vector: null }
  return { materials, label, isSynthetic, sha256, storageKey, filesSha256, width, height, said, vector }
}

async function classify(bytes: Uint8Array): Promise<Pick<PoolPicture, 'said' | 'vector'>> {
  const { suggestion, modelVersion, ms, embeddings } = await classifyPixels([
    await pixelsForModel(Buffer.from(bytes)),
  ])
  const embedding = embeddings[0]
  return {
    said: {
      modelVersion,
      verdict: suggestion.verdict,
      candidates: suggestion.candidates,
      inferenceMs: Math.round(ms),
    },
    vector: embedding ? Buffer.from(toBytes(embedding)) : null,
  }
}
