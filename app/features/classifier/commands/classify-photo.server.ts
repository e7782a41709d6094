import { nowMs } from '~/core/clock'
import type { Pixels } from '~/features/photos/model/pixels'
import { renditionKey } from '~/features/photos/model/limits'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { findPhotoFiles } from '~/features/photos/queries.server'
import { noteChange } from '~/platform/changes.server'
import { startCpuClock } from '~/platform/cpu-time'
import { logger } from '~/platform/logger.server'
import { readStoredFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { ClassifierError } from '../classifier-error'
import { classifierInfo, classifyPixels, type Classification, type Through } from '../classifier.server'
import { toBytes } from '../model/embedding'
import { listClassifications, mayAnalyse } from '../queries.server'
import { isClassifierOff } from '../queries/settings.server'
import { addUse, findLotOfPhoto, replaceEmbedding, upsertClassification } from '../repo.server'

type Said = Omit<Classification, 'scores'>

/**
 * Classifies a stored photo and keeps what the model said, with the vector by which it is compared. Skips a photo that
 * this model has already seen, one that is gone, and one that is not to be analysed, even when that is decided
 * meanwhile. A photo that ends one thread after another is kept as one of which the model says nothing. Idempotent.
 * @throws Error when the file is missing or the classifier is not available, so that the job is tried again
 */
export async function classifyPhoto(photoId: string, asking: Through = { urgency: 1 }): Promise<void> {
  const files = await findPhotoFiles(photoId)
  if (!files || (await isClassifierOff()) || !(await mayAnalyse(photoId))) return
  const known = (await listClassifications([photoId]))[0]
  const info = classifierInfo()
  if (known && info.card && known.modelVersion === info.card.version) return
  const bytes = await readStoredFile('photos', renditionKey(files.storageKey, 960))
  if (!bytes) throw new Error(`The file of photo ${photoId} is missing`)
  const decoding = startCpuClock()
  const pixels = await pixelsForModel(Buffer.from(bytes), info.card?.frame)
  const decoded = decoding()
  const said = await classify(photoId, pixels, asking)
  await withTx(async (tx) => {
    await addUse(tx, { purpose: 'lot', photos: 1, cpuMs: decoded.cpuMs + said.cpuMs })
    if ((await isClassifierOff(tx)) || !(await mayAnalyse(photoId, tx))) return
    const lotId = await findLotOfPhoto(tx, { id: photoId, storageKey: files.storageKey })
    if (lotId === undefined) return
    await upsertClassification(tx, {
      photoId,
      modelVersion: said.modelVersion,
      verdict: said.suggestion.verdict,
      candidates: said.suggestion.candidates,
      inferenceMs: Math.round(said.ms),
      classifiedAtMs: nowMs(),
    })
    const embedding = said.embeddings[0] ?? null
    const vector = embedding && toBytes(embedding)
    await replaceEmbedding(tx, { photoId, modelVersion: said.modelVersion, vector })
    if (lotId) await noteChange(tx, 'lot', lotId)
  })
}

async function classify(photoId: string, pixels: Pixels, asking: Through): Promise<Said> {
  try {
    return await classifyPixels([pixels], { ...asking, key: 'jobs' })
  } catch (error) {
    if (!(error instanceof ClassifierError) || error.fault !== 'poison') throw error
    logger().error({ err: error, photoId }, 'the model is not asked about this photo any more')
    const modelVersion = classifierInfo().card?.version ?? ''
    return {
      suggestion: { verdict: 'unsure', candidates: [] },
      modelVersion,
      embeddings: [null],
      ms: 0,
      cpuMs: 0,
    }
  }
}
