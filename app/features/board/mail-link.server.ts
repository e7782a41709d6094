import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '~/core/ids'
import { paths } from '~/core/paths'
import { env } from '~/platform/env.server'

/** Whose monthly mail of which commune. */
export type MailedPlace = { userId: string; communeCode: string }

/** The page that ends a monthly mail: it needs no session, and serves for as long as the secret. */
export function stopMailUrl(mailed: MailedPlace): string {
  return (
    env().publicUrl + paths.stopBoardMail(`${mailed.userId}.${mailed.communeCode}.${signatureOf(mailed)}`)
  )
}

/** What a token of such a page stands for; null when this server did not write it. */
export function readStopMailToken(token: string): MailedPlace | null {
  const [userId = '', communeCode = '', signature = '', more] = token.split('.')
  if (!isId(userId) || !/^\d{5}$/.test(communeCode) || more !== undefined) return null
  const given = Buffer.from(signature)
  const right = Buffer.from(signatureOf({ userId, communeCode }))
  return given.length === right.length && timingSafeEqual(given, right) ? { userId, communeCode } : null
}

function signatureOf({ userId, communeCode }: MailedPlace): string {
  return createHmac('sha256', env().sessionSecret)
    .update(`board-mail:${userId}:${communeCode}`)
    .digest('base64url')
}
