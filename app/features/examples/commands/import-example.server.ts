import { createHash } from 'node:crypto'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { isLabel } from '~/features/classifier/model/labels'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { withTx } from '~/platform/transaction.server'
import { insertExample } from '../repo.server'

export type ImportExample = {
  /** Whose photo it counts as; it is shown in no lot. */
  organisationId: string
  bytes: Uint8Array
  /** For messages only. */
  name: string
  label: string
  source: string
  /** The terms that the photo comes under, as whoever imports it says them. */
  licence: string
}

/**
 * Keeps a photo of a folder as an example that waits for an administrator. It is re-encoded as any photo is; the same
 * one again changes nothing. Refuses what `addPhoto` refuses, and a label that the classifier's table does not have.
 */
export async function importExample(input: ImportExample): Promise<Result<{ isNew: boolean }>> {
  const { organisationId, bytes, name, label, source, licence } = input
  if (!isLabel(label)) return refused('invalid', { field: 'label' })
  const photoId = idOfBytes(organisationId, bytes)
  const added = await addPhoto({ actor: { organisationId }, photoId, bytes, name })
  if (!added.ok) return added
  const atMs = nowMs()
  const isNew = await withTx((tx) =>
    insertExample(tx, {
      ...{ photoId, label, source, licence },
      material: null,
      origin: 'folder',
      state: 'waiting',
      decidedBy: null,
      modelVersion: null,
      saidMaterial: null,
      keptSinceMs: atMs,
      decidedAtMs: atMs,
    }),
  )
  return ok({ isNew })
}

/** The same id for the same photo of the same organisation: a UUID version 8 (RFC 9562, 2024) of their SHA-256. */
function idOfBytes(organisationId: string, bytes: Uint8Array): string {
  const hex = createHash('sha256').update(organisationId).update(bytes).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`]
  return [...parts, hex.slice(20, 32)].join('-')
}
