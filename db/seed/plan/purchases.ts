import { diceFor } from '../dice'
import { makePurchase } from '../factories/purchase'
import { instantOf, type Party, type World } from './world'

const LINES = [
  ['Mobilier de bureau et de classe', 6_840_000, 4200, 800],
  ['Matériel informatique', 21_500_000, 2150, 0],
  ['Papier et fournitures', 3_920_000, 0, 6400],
  ['Vêtements de travail', 2_760_000, 500, 2500],
] as const

/** What the demo's town bought, in the base day's year. */
export function planPurchases(world: World, agent: Party): void {
  const dice = diceFor('purchases')
  const communeCode = agent.organisation.communeCode
  if (!communeCode) throw new Error('The demo’s agent has no commune')
  for (const [index, [label, amountCents, reusedBp, recycledBp]] of LINES.entries()) {
    const createdAtMs = instantOf(world, -12, 60 + index)
    world.rows.purchases.push(
      makePurchase({
        ...{ id: dice.id(createdAtMs), communeCode, year: Number(world.baseDay.slice(0, 4)) },
        ...{ label, amountCents, reusedBp, recycledBp, createdByUserId: agent.user.id, createdAtMs },
      }),
    )
  }
}
