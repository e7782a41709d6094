import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAttachment } from '~/features/attachments/queries.server'
import { readDocument } from '~/features/attachments/read-document.server'
import { downloadFile, notFound, orNotFound } from '~/http/replies.server'
import { requireSharedLot } from '~/http/shared-lot.server'

/** A document of the lot that a link shows, for whoever holds the link; of no other lot. */
export async function loader({ params }: LoaderFunctionArgs) {
  const lot = await requireSharedLot(params.token)
  const attachment = orNotFound(await findAttachment(params.attachmentId ?? ''))
  if (attachment.lotId !== lot.id) throw notFound()
  const bytes = orNotFound(await readDocument(attachment.storageKey, attachment.sha256))
  return downloadFile(bytes, attachment.fileName, 'application/pdf')
}
