import { ok, refused, type Result } from '~/core/result'
import { logger } from '~/platform/logger.server'
import { scanForViruses } from '~/platform/virus-scanner.server'
import { isPdf, MAX_ATTACHMENT_BYTES } from './model/attachment'

type About = { name: string; field: string }

/**
 * Looks at a document before it is stored, by its content whatever its name: refuses `document-too-large` and
 * `document-type` (no PDF), at the field that it came from.
 */
export function checkDocument(bytes: Uint8Array, { name, field }: About): Result<null> {
  const about = { field, params: { name } }
  if (bytes.byteLength > MAX_ATTACHMENT_BYTES) return refused('document-too-large', about)
  return isPdf(bytes) ? ok(null) : refused('document-type', about)
}

/**
 * Asks the operator's scanner about a document, where there is one: refuses `document-infected` and
 * `document-unscanned`, at the field that it came from.
 */
export async function scanDocument(bytes: Uint8Array, { name, field }: About): Promise<Result<null>> {
  const danger = await dangerIn(bytes)
  return danger ? refused(danger, { field, params: { name } }) : ok(null)
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
