import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '~/core/ids'
import { env } from '~/platform/env.server'

/** What the e-mail to someone without an account carries: the report's id, signed. */
export function reportToken(id: string): string {
  return `${id}.${signatureOf(id)}`
}

/** The report that a token was signed for; null when this server did not sign it. */
export function readReportToken(token: string): string | null {
  const [id = '', signature = '', more] = token.split('.')
  if (!isId(id) || more !== undefined) return null
  const given = Buffer.from(signature)
  const right = Buffer.from(signatureOf(id))
  return given.length === right.length && timingSafeEqual(given, right) ? id : null
}

function signatureOf(id: string): string {
  return createHmac('sha256', env().sessionSecret).update(`report:${id}`).digest('base64url')
}
