import { ok, refused, type Result } from '~/core/result'
import { isPdf, MAX_ATTACHMENT_BYTES } from './model/attachment'

/**
 * Looks at a document before it is stored, by its content whatever its name: refuses `document-too-large` and
 * `document-type` (no PDF), at the field that it came from.
 */
export function checkDocument(
  bytes: Uint8Array,
  { name, field }: { name: string; field: string },
): Result<null> {
  const about = { field, params: { name } }
  if (bytes.byteLength > MAX_ATTACHMENT_BYTES) return refused('document-too-large', about)
  return isPdf(bytes) ? ok(null) : refused('document-type', about)
}
