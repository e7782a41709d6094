import { createHash } from 'node:crypto'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { tell } from '~/platform/outbox.server'
import { newStorageKey, unlessStoreDown } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { findPhotoOf } from '../queries.server'
import { makeRenditions } from '../renditions.server'
import { insertPhoto } from '../repo.server'
import { storeRenditions } from '../store-renditions.server'
import { erasePhoto } from './erase-photo.server'

export type AddPhoto = {
  actor: Pick<Actor, 'organisationId'>
  /** Made by the client: sending the same photo twice stores it once. */
  photoId: string
  bytes: Uint8Array
  /** The client's file name, for messages only. */
  name: string
  /** Sent from one side of a reservation to the other: nobody else sees it, and the model does not look at it. */
  isPrivate?: boolean
}

/**
 * Stores a photo (re-encoded, without metadata) and, unless it is private, lets the classifier know.
 * Files are on disk before the row exists, so a row's files are always complete.
 * Refuses an id already used for other bytes (`conflict`), `store-down`, and whatever `makeRenditions` refuses.
 */
export function addPhoto(input: AddPhoto): Promise<Result<{ photoId: string }>> {
  return unlessStoreDown(() => keepPhoto(input))
}

async function keepPhoto(input: AddPhoto): Promise<Result<{ photoId: string }>> {
  const { actor, photoId } = input
  const sha256 = createHash('sha256').update(input.bytes).digest('hex')
  if (await findPhotoOf(actor.organisationId, photoId)) {
    return alreadySent(actor.organisationId, photoId, sha256)
  }
  const renditions = await makeRenditions(input.bytes, input.name)
  if (!renditions.ok) return renditions
  const storageKey = newStorageKey()
  let isNew = false
  try {
    const { width, height, files } = renditions.value
    const filesSha256 = await storeRenditions(storageKey, files)
    const { organisationId } = actor
    const row = { id: photoId, organisationId, sha256, storageKey, filesSha256, width, height }
    isNew = await insertNew(row, input.isPrivate === true)
  } finally {
    // Neither a photo that is there already nor one that found the disk full leaves files behind.
    if (!isNew) await erasePhoto(storageKey)
  }
  return isNew ? ok({ photoId }) : alreadySent(actor.organisationId, photoId, sha256)
}

type NewPhoto = Omit<Parameters<typeof insertPhoto>[1], 'createdAtMs'>

function insertNew(row: NewPhoto, isPrivate: boolean): Promise<boolean> {
  return withTx(async (tx) => {
    const inserted = await insertPhoto(tx, { ...row, createdAtMs: nowMs() })
    if (inserted && !isPrivate)
      await tell(tx, 'photo.added', { photoId: row.id, organisationId: row.organisationId })
    return inserted
  })
}

/** The same photo sent again, even while the first sending was under way, counts as sent. */
async function alreadySent(
  organisationId: string,
  photoId: string,
  sha256: string,
): Promise<Result<{ photoId: string }>> {
  const sent = await findPhotoOf(organisationId, photoId)
  return sent?.sha256 === sha256 ? ok({ photoId }) : refused('conflict', { field: 'photos' })
}
