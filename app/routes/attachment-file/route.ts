import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAttachment, type StoredAttachment } from '~/features/attachments/queries.server'
import { readDocument } from '~/features/attachments/read-document.server'
import { findVisibleLot } from '~/features/lots/queries.server'
import { optionalActor } from '~/http/actor.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { downloadFile, notFound, orNotFound } from '~/http/replies.server'

/** A lot's document, for whoever sees the lot; before it has a lot, for the organisation that sent it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const attachment = orNotFound(await findAttachment(params.attachmentId ?? ''))
  if (!(await mayRead(request, attachment))) throw notFound()
  const bytes = orNotFound(await readDocument(attachment.storageKey, attachment.sha256))
  return downloadFile(bytes, attachment.fileName, 'application/pdf')
}

async function mayRead(request: Request, attachment: StoredAttachment): Promise<boolean> {
  const actor = await optionalActor(request)
  if (actor?.organisationId === attachment.organisationId) return true
  if (attachment.lotId === null) return false
  return (await findVisibleLot(attachment.lotId, await lotViewerOf(request))) !== null
}
