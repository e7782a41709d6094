import { MILLI } from '~/core/units'
import { diceFor } from '../dice'
import { makeBasket, makeBasketLine } from '../factories/basket'
import { makeEvent } from '../factories/event'
import { DEMO_BILL } from '../words/bill'
import { dayOf, instantOf, type Party, type World } from './world'

const DAYS = 75

/** The demo taker's bill of quantities, kept a few days ago. */
export function planBasket(world: World, taker: Party): void {
  const dice = diceFor('basket')
  const createdAtMs = instantOf(world, -3, 95)
  const basket = makeBasket({
    id: dice.id(createdAtMs),
    organisationId: taker.organisation.id,
    authorUserId: taker.user.id,
    title: DEMO_BILL.title,
    neededFrom: world.baseDay,
    neededUntil: dayOf(world, DAYS),
    createdAtMs,
    updatedAtMs: createdAtMs,
  })
  world.rows.baskets.push(basket)
  DEMO_BILL.lines.forEach(({ quantity, ...line }, position) =>
    world.rows.basketLines.push(
      makeBasketLine({
        ...line,
        ...{ id: dice.id(createdAtMs), basketId: basket.id, position, quantityMilli: quantity * MILLI },
      }),
    ),
  )
  world.rows.events.push(
    makeEvent({
      ...{ id: dice.id(createdAtMs), entity: 'basket', entityId: basket.id, kind: 'kept' },
      ...{ actorUserId: taker.user.id, atMs: createdAtMs },
    }),
  )
}
