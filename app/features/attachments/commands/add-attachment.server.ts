import { createHash } from 'node:crypto'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { env } from '~/platform/env.server'
import { logger } from '~/platform/logger.server'
import { newStorageKey, storeFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { scanForViruses } from '~/platform/virus-scanner.server'
import { cleanFileName, isPdf, MAX_ATTACHMENT_BYTES, type AttachmentKind } from '../model/attachment'
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
  const about = { field: 'attachments', params: { name: input.name } }
  if (bytes.byteLength > MAX_ATTACHMENT_BYTES) return refused('document-too-large', about)
  if (!isPdf(bytes)) return refused('document-type', about)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (await findAttachment(attachmentId)) return alreadySent(actor.organisationId, attachmentId, sha256)
  const danger = await dangerIn(bytes)
  if (danger) return refused(danger, about)
  const storageKey = `${newStorageKey()}-document.pdf`
  await storeFile(env().documentsDir, storageKey, bytes)
  const fileName = cleanFileName(input.name)
  const row = { id: attachmentId, organisationId: actor.organisationId, kind, fileName, storageKey, sha256 }
  const isNew = await withTx((tx) =>
    insertAttachment(tx, { ...row, sizeBytes: bytes.byteLength, createdAtMs: nowMs() }),
  )
  if (isNew) return ok({ attachmentId })
  await eraseAttachment(storageKey)
  return alreadySent(actor.organisationId, attachmentId, sha256)
}

/** Why a document is not kept, by the word of the operator's scanner. One that says nothing lets nothing pass. */
async function dangerIn(bytes: Uint8Array): Promise<'document-infected' | 'document-unscanned' | null> {
  const verdict = await scanForViruses(bytes)
  if (verdict === null || verdict.kind === 'clean') return null
  if (verdict.kind === 'found') {
    logger().warn({ signature: verdict.name }, 'a document was refused by the virus scanner')
    return 'document-infected'
  }
  logger().error({ reason: verdict.reason }, 'the virus scanner gives no verdict: documents are refused')
  return 'document-unscanned'
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
