import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '~/core/ids'
import { paths } from '~/core/paths'
import { env } from '~/platform/env.server'
import { PREFERENCES, type Preference } from './model/kinds'

/** Links of a summary: of kinds that come so by choice, and of one that also holds what a day had too much of. */
const SUMMARIES = ['digest', 'capped-digest'] as const

/** Whose e-mails of which kind a link ends; that of a summary ends every kind that comes in summaries. */
export type Subscription = { userId: string; preference: Preference | (typeof SUMMARIES)[number] }

/** The page that ends e-mails of a kind for a person: it needs no session, and serves for as long as the secret. */
export function unsubscribeUrlOf(userId: string, preference: Subscription['preference']): string {
  return env().publicUrl + paths.unsubscribe(tokenOf({ userId, preference }))
}

/** What a token of such a link stands for; null when this server did not write it. */
export function readUnsubscribeToken(token: string): Subscription | null {
  const [userId = '', name = '', signature = ''] = token.split('.')
  const preference = [...PREFERENCES, ...SUMMARIES].find((candidate) => candidate === name)
  if (!preference || !isId(userId)) return null
  const given = Buffer.from(signature)
  const right = Buffer.from(signatureOf({ userId, preference }))
  return given.length === right.length && timingSafeEqual(given, right) ? { userId, preference } : null
}

function tokenOf(subscription: Subscription): string {
  return `${subscription.userId}.${subscription.preference}.${signatureOf(subscription)}`
}

function signatureOf({ userId, preference }: Subscription): string {
  return createHmac('sha256', env().sessionSecret)
    .update(`unsubscribe:${userId}:${preference}`)
    .digest('base64url')
}
