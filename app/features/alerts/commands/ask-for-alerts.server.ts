import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { Locale } from '~/core/locale'
import { ok, type Result } from '~/core/result'
import { spend } from '~/platform/limits.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import type { AlertPace, SearchSubject } from '../model/saved-search'
import {
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
 * @returns `rate-limited` beyond the limits of an address or a network
 */
export async function askForAlerts(asked: AskForAlerts): Promise<Result<null>> {
  if (asked.website !== '') return ok(null)
  return withTx(async (tx) => {
    if (await isRequestKnown(tx, asked.id)) return ok(null)
    const spent = await spend(tx, 'ask-alerts', { account: asked.email, clientIp: asked.clientIp })
    if (!spent.ok) return spent
    const atMs = nowMs()
    await insertRequest(tx, { id: asked.id, atMs })
    const searchId = await keepUnconfirmed(tx, asked, atMs)
    await noteAct(tx, searchId, 'asked', null)
    await tell(tx, 'alert.asked', { searchId })
    return ok(null)
  })
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
