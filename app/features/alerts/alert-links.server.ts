import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '~/core/ids'
import { env } from '~/platform/env.server'

/**
 * What a link of an e-mail lets its holder do, without a session: agree to a search, manage the searches of an address,
 * end the alerts of one search, or all of an address or a person; and read a person's calendar.
 */
export type LinkPurpose = 'confirm' | 'manage' | 'stop-search' | 'stop-subscriber' | 'stop-user' | 'calendar'

/** A link serves for as long as the secret of the installation and the record that it names. */
export function linkToken(purpose: LinkPurpose, id: string): string {
  return `${id}.${signatureOf(purpose, id)}`
}

/** The id that a token was signed for; null when this server did not sign it for this purpose. */
export function readLinkToken(purpose: LinkPurpose, token: string): string | null {
  const [id = '', signature = '', more] = token.split('.')
  if (!isId(id) || more !== undefined) return null
  const given = Buffer.from(signature)
  const right = Buffer.from(signatureOf(purpose, id))
  return given.length === right.length && timingSafeEqual(given, right) ? id : null
}

/** What a link that ends alerts names; null when this server did not sign it. */
export function readStopToken(token: string): { kind: 'search' | 'subscriber' | 'user'; id: string } | null {
  for (const kind of ['search', 'subscriber', 'user'] as const) {
    const id = readLinkToken(`stop-${kind}`, token)
    if (id) return { kind, id }
  }
  return null
}

function signatureOf(purpose: LinkPurpose, id: string): string {
  return createHmac('sha256', env().sessionSecret).update(`alerts:${purpose}:${id}`).digest('base64url')
}
