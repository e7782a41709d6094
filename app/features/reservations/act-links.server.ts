import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '~/core/ids'
import { DAY_PARTS } from '~/core/lot-terms'
import { paths } from '~/core/paths'
import { env } from '~/platform/env.server'
import { LINKED_ACTS, type ActLink } from './model/act-link'
import type { Slot } from './model/pickup'

/** The page on which its reader confirms an act. The same act of the same person has the same link, however often it is written. */
export function actLinkUrl(link: ActLink): string {
  const body = bodyOf(link)
  return env().publicUrl + paths.reservationAct(`${body}.${signatureOf(body)}`)
}

/** What a token was signed for; null when this server did not write it. Whether it still serves is not said here. */
export function readActLink(token: string): ActLink | null {
  const parts = token.split('.')
  const [act, reservationId = '', userId = '', day = '', part, until = '', ...rest] = parts
  const [offered, signature = ''] = rest.length === 2 ? rest : [null, rest[0]]
  const known = LINKED_ACTS.find((name) => name === act)
  if (!known || parts.length > 8 || (known === 'choose-slot') !== (offered !== null)) return null
  if (!isId(reservationId) || !isId(userId)) return null
  const given = Buffer.from(signature)
  const right = Buffer.from(signatureOf(parts.slice(0, -1).join('.')))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return {
    ...{ act: known, reservationId, userId, slot: slotOf(day, part) },
    ...{ offeredAtMs: offered === null ? null : Number(offered), expiresAtMs: Number(until) },
  }
}

/** What is kept of a link that was used. */
export function hashOfLink(link: ActLink): string {
  return createHash('sha256').update(bodyOf(link)).digest('hex')
}

function bodyOf({ act, reservationId, userId, slot, offeredAtMs, expiresAtMs }: ActLink): string {
  const offer = offeredAtMs === null ? [] : [offeredAtMs]
  return [act, reservationId, userId, slot?.on ?? '', slot?.part ?? '', expiresAtMs, ...offer].join('.')
}

function slotOf(on: string, name: string | undefined): Slot | null {
  const part = DAY_PARTS.find((known) => known === name)
  return on && part ? { on, part } : null
}

function signatureOf(body: string): string {
  return createHmac('sha256', env().sessionSecret).update(`reservation-act:${body}`).digest('base64url')
}
