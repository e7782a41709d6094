import { nowMs } from '~/core/clock'
import { renditionKey } from '~/features/photos/model/limits'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { findPhotoFiles } from '~/features/photos/queries.server'
import { noteChange } from '~/platform/changes.server'
import { env } from '~/platform/env.server'
import { readStoredFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { classifierInfo, classifyPixels } from '../classifier.server'
import { listClassifications } from '../queries.server'
import { toBytes } from '../model/embedding'
import { findLotOfPhoto, replaceEmbedding, upsertClassification } from '../repo.server'

/**
 * Classifies a stored photo and keeps what the model said, with the vector by which it is compared. Skips a photo that this model has already seen,
 * and one that is gone. Idempotent.
 * @throws Error when the file is missing or the classifier is not available, so that the job is tried again
 */
export async function classifyPhoto(photoId: string): Promise<void> {
  const files = await findPhotoFiles(photoId)
  if (!files) return
  const known = (await listClassifications([photoId]))[0]
  const info = classifierInfo()
  if (known && info.card && known.modelVersion === info.card.version) return
  const bytes = await readStoredFile(env().photosDir, renditionKey(files.storageKey, 960))
  if (!bytes) throw new Error(`The file of photo ${photoId} is missing`)
  const said = await classifyPixels([await pixelsForModel(Buffer.from(bytes))])
  await withTx(async (tx) => {
    const lotId = await findLotOfPhoto(tx, photoId)
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
