import { createHash, randomBytes } from 'node:crypto'

/** A new session secret: 256 random bits, base64url. */
export function newSessionSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database stores of a session secret. */
export function hashSessionSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
