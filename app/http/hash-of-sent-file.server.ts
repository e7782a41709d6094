import { createHash } from 'node:crypto'
import { readFilesForm } from './read-photo-form.server'

const MAX_BYTES = 10 * 1024 * 1024
const LIMITS = { maxFiles: 1, maxFileSize: MAX_BYTES, maxParts: 6, maxTotalSize: MAX_BYTES + 4096 }

export type SentHash = { kind: 'hash'; sha256: string } | { kind: 'nothing' } | { kind: 'tooLarge' }

/** The SHA-256 of the file in `document`, hexadecimal; without a file, the one typed in `hash`. */
export async function hashOfSentFile(request: Request): Promise<SentHash> {
  let sha256: string | null = null
  const form = await readFilesForm(
    request,
    { document: ({ bytes }) => void (sha256 = createHash('sha256').update(bytes).digest('hex')) },
    LIMITS,
  )
  if (!form) return { kind: 'tooLarge' }
  if (sha256 !== null) return { kind: 'hash', sha256 }
  const typed = form.get('hash')
  const asked = typeof typed === 'string' ? typed.replace(/\s/g, '').toLowerCase() : ''
  return /^[0-9a-f]{64}$/.test(asked) ? { kind: 'hash', sha256: asked } : { kind: 'nothing' }
}
