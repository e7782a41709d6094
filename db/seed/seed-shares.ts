import { setClock } from '~/core/clock'
import { addDays, type IsoDay } from '~/core/days'
import { newId } from '~/core/ids'
import { DEMO_ACCOUNTS } from '~/features/identity/model/demo-accounts'
import { revokeShare, shareLot } from '~/features/lots/commands/share-lot.server'
import type { Rows } from './factories/rows'
import { actorOf } from './seed-pairs'

/** Days before the demo's today on which each link is made: the last still opens. */
const MADE_DAYS_AGO = { expired: 12, revoked: 5, open: 2 } as const

/**
 * Has the demo's giver share their oldest lot by the product's own commands: a link that ended by itself, one taken back
 * and one that opens. Does nothing where the giver has no published lot.
 */
export async function seedShares(rows: Rows, baseDay: IsoDay): Promise<void> {
  const email = DEMO_ACCOUNTS.find(({ role }) => role === 'giver')?.email
  const actor = actorOf(rows, (user) => user.email === email)
  const lot = rows.lots
    .filter(
      ({ organisationId, status }) => organisationId === actor?.organisationId && status === 'published',
    )
    .sort((a, b) => a.createdAtMs - b.createdAtMs || a.id.localeCompare(b.id))[0]
  if (!actor || !lot) return
  try {
    for (const [state, daysAgo] of Object.entries(MADE_DAYS_AGO)) {
      const atMs = Date.parse(`${addDays(baseDay, -daysAgo)}T09:00:00Z`)
      setClock({ now: () => atMs })
      const share = { actor, id: newId(), lotId: lot.id }
      const made = await shareLot({ ...share, days: state === 'open' ? 30 : 7 })
      if (!made.ok) throw new Error(`The demo could not share a lot: ${made.error.code}`)
      if (state === 'revoked') await revokeShare(share)
    }
  } finally {
    setClock()
  }
}
