import { createHash, createHmac } from 'node:crypto'
import { paths } from '~/core/paths'
import { env } from '~/platform/env.server'

/**
 * The secret part of the link of this id. It is derived with the server's key, so that the table alone opens nothing
 * and those who may edit the lot can copy the link again.
 */
export function shareTokenOf(id: string): string {
  return createHmac('sha256', env().sessionSecret).update(`lot-share:${id}`).digest('base64url')
}

/** What the database stores of a link's secret: SHA-256, hexadecimal. */
export function hashOfShareToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The address that a link's holder opens; null when the server's key has changed since it was made. */
export function shareUrlOf({ id, tokenHash }: { id: string; tokenHash: string }): string | null {
  const token = shareTokenOf(id)
  return hashOfShareToken(token) === tokenHash ? env().publicUrl + paths.sharedLot(token) : null
}
