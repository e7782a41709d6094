import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { makeRenditions } from '~/features/photos/renditions.server'
import { tell } from '~/platform/outbox.server'
import { newStorageKey, removeFile, storeFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { isGranted, isHandedOver } from '~/core/reservation-status'
import { sha256 } from '~/platform/sha256.server'
import { sideOf } from '../model/side'
import { findReservation } from '../repo.server'
import { findHandoverFile, insertHandoverFile } from '../repo/papers.server'

type AddHandoverFile = {
  actor: Actor
  /** Made by the client: sending the same picture twice stores it once. */
  fileId: string
  reservationId: string
  kind: 'weighing-slip' | 'installed'
  bytes: Uint8Array
  /** The client's file name, for messages only. */
  name: string
}

/** The form field that each kind comes from. */
const FIELDS = { 'weighing-slip': 'slip', installed: 'photo' } as const

/**
 * Stores a picture that proves a handover, re-encoded without metadata at 960 px, under a key that no one can guess.
 * Refuses `not-found` to strangers, `conflict` for an id used for other bytes or before the reservation is accepted, and
 * what photos are refused for.
 */
export async function addHandoverFile(input: AddHandoverFile): Promise<Result<{ fileId: string }>> {
  const { actor, fileId, reservationId, kind } = input
  const sentSha256 = sha256(input.bytes)
  const made = await makeRenditions(input.bytes, input.name)
  if (!made.ok) return { ok: false, error: { ...made.error, field: FIELDS[kind] } }
  const picture = made.value.files.find(({ format }) => format === 'jpg')
  if (!picture) throw new Error('A photo has no JPEG rendition')
  const storageKey = `${newStorageKey()}-960.jpg`
  await storeFile('documents', storageKey, picture.bytes)
  let isNew = false
  const stored = await withTx(async (tx): Promise<Result<{ fileId: string }>> => {
    const reservation = await findReservation(tx, reservationId)
    const side = reservation && sideOf(reservation, actor.organisationId)
    if (!reservation || !side) return refused('not-found')
    const known = await findHandoverFile(tx, fileId)
    if (known) {
      const isSame =
        known.reservationId === reservationId && known.side === side && known.sha256 === sentSha256
      return isSame ? ok({ fileId }) : refused('conflict', { field: FIELDS[kind] })
    }
    if (!isGranted(reservation.status) && !isHandedOver(reservation.status)) return refused('conflict')
    const row = {
      id: fileId,
      reservationId,
      side,
      kind,
      storageKey,
      sha256: sentSha256,
      userId: actor.userId,
    }
    await insertHandoverFile(tx, { ...row, fileSha256: sha256(picture.bytes), createdAtMs: nowMs() })
    if (kind === 'installed') await tell(tx, 'picture.installed', { fileId })
    isNew = true
    return ok({ fileId })
  })
  if (!isNew) await removeFile('documents', storageKey)
  return stored
}
