import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { DEMO_ACCOUNTS } from '~/features/identity/model/demo-accounts'
import { contactPair } from '~/features/matching/commands/contact-pair.server'
import { dismissPair } from '~/features/matching/commands/dismiss-pair.server'
import { proposeForLot, proposeForNeed } from '~/features/matching/commands/propose-pairs.server'
import { listBoardPairs, type BoardPair } from '~/features/matching/queries/pair-board.server'
import { rolesOf, type Actor } from '~/features/organisations/model/permissions'
import type { Rows } from './factories/rows'
import { PAIR_MESSAGES } from './words/sentences'

/**
 * Proposes the pairs of the demo by the product's own commands, as if all had been published at an instant, and has
 * people of the demo write about some and set others aside.
 */
export async function seedPairs(rows: Rows, atMs: number): Promise<void> {
  let elapsedMs = 0
  setClock({ now: () => atMs + elapsedMs })
  try {
    for (const lot of rows.lots) if (lot.status === 'published') await proposeForLot(lot.id)
    for (const need of rows.needs) if (need.status === 'open') await proposeForNeed(need.id)
    for (const { email } of DEMO_ACCOUNTS) {
      const demo = actorOf(rows, (user) => user.email === email)
      if (!demo || (!demo.roles.includes('giver') && !demo.roles.includes('taker'))) continue
      elapsedMs += 3_600_000
      await actOnPairs(rows, demo)
    }
  } finally {
    setClock()
  }
}

/** Of the best pairs of a demo account: one received a message, one was written about, each side set one aside. */
async function actOnPairs(rows: Rows, demo: Actor): Promise<void> {
  const { organisationId } = demo
  const best = await listBoardPairs({ organisationId }, 'proposes', { limit: 60, offset: 0 })
  const [received, written, setAside, refused] = [...best].sort(byScore)
  if (!received || !written || !setAside || !refused) return
  await write(otherSide(rows, received, organisationId), received)
  await write(demo, written)
  const far = { pairId: setAside.id, reason: 'far', note: 'Trop de trajets pour notre fourgon.' } as const
  await dismissPair({ actor: demo, ...far })
  const found = { pairId: refused.id, reason: 'found', note: '' } as const
  await dismissPair({ actor: otherSide(rows, refused, organisationId), ...found })
}

function byScore(a: BoardPair, b: BoardPair): number {
  return (b.view?.score ?? 0) - (a.view?.score ?? 0) || (a.lot.id < b.lot.id ? -1 : 1)
}

async function write(actor: Actor, { id: pairId, lot }: BoardPair): Promise<void> {
  const text = PAIR_MESSAGES[lot.organisationId === actor.organisationId ? 'giver' : 'taker']
  await contactPair({ actor, pairId, id: newId(), text, sharesAddress: false })
}

function otherSide(rows: Rows, { lot, need }: BoardPair, organisationId: string): Actor {
  const other = lot.organisationId === organisationId ? need.organisationId : lot.organisationId
  const members = rows.memberships.filter((member) => member.organisationId === other)
  const actor = actorOf(rows, (user) => members.some(({ userId }) => userId === user.id))
  if (!actor) throw new Error(`Nobody acts for the organisation ${other} of the demo`)
  return actor
}

export function actorOf(rows: Rows, isTheirs: (user: Rows['users'][number]) => boolean): Actor | null {
  const user = rows.users.find(isTheirs)
  const membership = rows.memberships.find(({ userId }) => userId === user?.id)
  const organisation = rows.organisations.find(({ id }) => id === membership?.organisationId)
  if (!user || !membership || !organisation) return null
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    organisationId: organisation.id,
    organisationName: organisation.name,
    roles: rolesOf(organisation),
    communeCode: organisation.communeCode,
    membership: membership.role,
    isConfirmed: true,
  }
}
