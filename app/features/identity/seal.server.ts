import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env, knownSecrets } from '~/platform/env.server'

const IV_BYTES = 12
const TAG_BYTES = 16

/** A key of its own for each purpose, derived from a secret of the operator's (HKDF-SHA-256, RFC 5869). */
function keyFor(purpose: string, secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `gisement:${purpose}`, 32))
}

/**
 * Closes a text with AES-256-GCM for one purpose and one owner: it opens for no other. base64url.
 * @param owner whose text it is, bound to it and not written in it
 */
export function seal(text: string, purpose: string, owner: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose, env().sessionSecret), iv)
  cipher.setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/**
 * Opens what `seal` closed, under the operator's secret or the one before it; null when it was changed, is another's, or
 * was closed under a secret that is not known any more.
 */
export function unseal(sealed: string, purpose: string, owner: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  for (const secret of knownSecrets()) {
    const text = opened(bytes, keyFor(purpose, secret), owner)
    if (text !== null) return text
  }
  return null
}

function opened(bytes: Buffer, key: Buffer, owner: string): string | null {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES))
    return Buffer.concat([body, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
