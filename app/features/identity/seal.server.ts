import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '~/platform/env.server'

const IV_BYTES = 12
const TAG_BYTES = 16

/** A key of its own for each purpose, derived from the operator's secret (HKDF-SHA-256, RFC 5869). */
function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().sessionSecret, '', `gisement:${purpose}`, 32))
}

/**
 * Closes a text with AES-256-GCM for one purpose and one owner: it opens for no other. base64url.
 * @param owner whose text it is, bound to it and not written in it
 */
export function seal(text: string, purpose: string, owner: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv)
  cipher.setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Opens what `seal` closed; null when it was changed, is another's, or the operator's secret is another one now. */
export function unseal(sealed: string, purpose: string, owner: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, IV_BYTES))
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES))
    return Buffer.concat([body, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
