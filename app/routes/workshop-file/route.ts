import type { LoaderFunctionArgs } from '@remix-run/node'
import { readDocument } from '~/features/attachments/read-document.server'
import { findMaterialFile } from '~/features/programme/queries/workshops.server'
import { downloadFile, orNotFound } from '~/http/replies.server'

/** A file that a workshop hands out, for whoever sees the workshop: anyone, as workshops are public. */
export async function loader({ params }: LoaderFunctionArgs) {
  const file = orNotFound(await findMaterialFile(params.workshopId ?? '', params.materialId ?? ''))
  const bytes = orNotFound(await readDocument(file.storageKey, file.sha256))
  return downloadFile(bytes, file.fileName, file.mimeType)
}
