import { createHmac } from 'node:crypto'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import type { Locale } from '~/core/locale'
import { ok, refused, type Result } from '~/core/result'
import { networkOf } from '~/core/network'
import { env } from '~/platform/env.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { REQUEST_LIMITS } from '../model/limits'
import type { AlertPace, SearchSubject } from '../model/saved-search'
import {
  countRequests,
  findSameSearch,
  insertRequest,
  insertSearch,
  isRequestKnown,
  ownerColumns,
  subscriberOf,
  updateSearch,
} from '../repo.server'
import { noteAct } from './save-search.server'

type AskForAlerts = {
  id: string
  email: string
  locale: Locale
  subject: SearchSubject
  query: string
  name: string
  pace: AlertPace
  website: string
  clientIp: string
}

/**
 * Asks the reader of an address to agree to a search, by e-mail: until they do, nothing is looked for. The answer is
 * the same whatever is known of the address; what is kept for it already is not touched.
 * @returns `alert-limit` beyond the limits of an address or a network
 */
export async function askForAlerts(asked: AskForAlerts): Promise<Result<null>> {
  if (asked.website !== '') return ok(null)
  const keys = { addressKey: keyOf('address', asked.email), senderKey: networkKeyOf(asked.clientIp) }
  return withTx(async (tx) => {
    if (await isRequestKnown(tx, asked.id)) return ok(null)
    if (await isTooMuch(tx, keys)) return refused('alert-limit')
    const atMs = nowMs()
    await insertRequest(tx, { id: asked.id, ...keys, atMs })
    const searchId = await keepUnconfirmed(tx, asked, atMs)
    await noteAct(tx, searchId, 'asked', null)
    await tell(tx, 'alert.asked', { searchId })
    return ok(null)
  })
}

async function isTooMuch(tx: Tx, keys: { addressKey: string; senderKey: string }): Promise<boolean> {
  for (const { by, withinMs, most } of REQUEST_LIMITS) {
    const key = by === 'address' ? { addressKey: keys.addressKey } : { senderKey: keys.senderKey }
    if ((await countRequests(tx, key, nowMs() - withinMs)) >= most) return true
  }
  return false
}

async function keepUnconfirmed(tx: Tx, asked: AskForAlerts, atMs: number): Promise<string> {
  const { email, locale, subject, query, name, pace } = asked
  const owner = {
    kind: 'subscriber',
    id: await subscriberOf(tx, { id: newId(), email, locale, createdAtMs: atMs }),
  } as const
  const same = await findSameSearch(tx, owner, { subject, query })
  if (same) {
    if (same.confirmedAtMs === null) await updateSearch(tx, same.id, { name, pace, updatedAtMs: atMs })
    return same.id
  }
  const id = newId()
  await insertSearch(tx, {
    ...{ id, ...ownerColumns(owner), organisationId: null, subject, query, name, pace },
    ...{ pausedAtMs: null, confirmedAtMs: null },
    ...{ seenAtMs: atMs, createdAtMs: atMs, updatedAtMs: atMs },
  })
  return id
}

function keyOf(what: string, text: string): string {
  return createHmac('sha256', env().sessionSecret)
    .update(`alerts:${what}:${text}`)
    .digest('base64url')
    .slice(0, 22)
}

/** Tells requests of one network and day apart from others, without keeping the address. */
function networkKeyOf(clientIp: string): string {
  return keyOf('network', `${isoDayOf(nowMs())}:${networkOf(clientIp)}`)
}
