import { createHash } from 'node:crypto'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { newStorageKey, storeFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { checkDocument, scanDocument } from '../check-document.server'
import { cleanFileName, type AttachmentKind } from '../model/attachment'
import { findAttachment } from '../queries.server'
import { insertAttachment } from '../repo.server'
import { eraseAttachment } from './erase-attachment.server'

export type AddAttachment = {
  actor: Actor
  /** Made by the client: sending the same document twice stores it once. */
  attachmentId: string
  kind: AttachmentKind
  bytes: Uint8Array
  /** The client's file name. */
  name: string
}

/**
 * Stores a PDF as it was sent, under a key that no one can guess, until a lot takes it.
 * Refuses `document-too-large`, `document-type` (by content), `document-infected` and `document-unscanned` (by the
 * operator's scanner, where there is one), each by the document's name, and an id already used for other bytes
 * (`conflict`).
 */
export async function addAttachment(input: AddAttachment): Promise<Result<{ attachmentId: string }>> {
  const { actor, attachmentId, bytes, kind } = input
  const about = { name: input.name, field: 'attachments' }
  const checked = checkDocument(bytes, about)
  if (!checked.ok) return checked
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (await findAttachment(attachmentId)) return alreadySent(actor.organisationId, attachmentId, sha256)
  const scanned = await scanDocument(bytes, about)
  if (!scanned.ok) return scanned
  const storageKey = `${newStorageKey()}-document.pdf`
  await storeFile('documents', storageKey, bytes)
  const fileName = cleanFileName(input.name)
  const row = { id: attachmentId, organisationId: actor.organisationId, kind, fileName, storageKey, sha256 }
  const isNew = await withTx((tx) =>
    insertAttachment(tx, { ...row, sizeBytes: bytes.byteLength, createdAtMs: nowMs() }),
  )
  if (isNew) return ok({ attachmentId })
  await eraseAttachment(storageKey)
  return alreadySent(actor.organisationId, attachmentId, sha256)
}

/** The same document sent again, even while the first sending was under way, counts as sent. */
async function alreadySent(
  organisationId: string,
  attachmentId: string,
  sha256: string,
): Promise<Result<{ attachmentId: string }>> {
  const sent = await findAttachment(attachmentId)
  const isSame = sent?.organisationId === organisationId && sent.sha256 === sha256
  return isSame ? ok({ attachmentId }) : refused('conflict', { field: 'attachments' })
}
