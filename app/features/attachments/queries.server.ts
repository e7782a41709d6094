import { and, asc, eq, inArray } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { lotAttachments } from '~db/sqlite/lots'
import type { AttachmentView } from './model/attachment'

const view = {
  id: lotAttachments.id,
  kind: lotAttachments.kind,
  fileName: lotAttachments.fileName,
  sizeBytes: lotAttachments.sizeBytes,
}

export type StoredAttachment = AttachmentView & {
  organisationId: string
  lotId: string | null
  storageKey: string
  sha256: string
}

/** A document with where its file is; who may read it follows from its lot. */
export async function findAttachment(id: string): Promise<StoredAttachment | null> {
  const { organisationId, lotId, storageKey, sha256 } = lotAttachments
  const rows = await reader()
    .select({ ...view, organisationId, lotId, storageKey, sha256 })
    .from(lotAttachments)
    .where(eq(lotAttachments.id, id))
    .limit(1)
  return rows[0] ?? null
}

/** Documents of an organisation by id, in the order asked for; unknown ids are left out. */
export async function listAttachmentsOf(
  organisationId: string,
  ids: readonly string[],
): Promise<AttachmentView[]> {
  if (ids.length === 0) return []
  const rows = await reader()
    .select(view)
    .from(lotAttachments)
    .where(and(inArray(lotAttachments.id, [...ids]), eq(lotAttachments.organisationId, organisationId)))
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}

/** Documents of a lot, oldest first. */
export async function listAttachmentsOfLot(lotId: string): Promise<AttachmentView[]> {
  return reader()
    .select(view)
    .from(lotAttachments)
    .where(eq(lotAttachments.lotId, lotId))
    .orderBy(asc(lotAttachments.createdAtMs), asc(lotAttachments.id))
}

/** Whether any document still has this file. */
export async function isAttachmentStored(storageKey: string): Promise<boolean> {
  const rows = await reader()
    .select({ id: lotAttachments.id })
    .from(lotAttachments)
    .where(eq(lotAttachments.storageKey, storageKey))
    .limit(1)
  return rows.length > 0
}
