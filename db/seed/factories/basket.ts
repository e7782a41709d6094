import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import type { basketLines, baskets } from '~db/sqlite/baskets'

export type BasketRow = typeof baskets.$inferSelect
export type BasketLineRow = typeof basketLines.$inferSelect

/** A bill of quantities in Montreuil, wanted over the next two months. */
export function makeBasket(
  overrides: Partial<BasketRow> & Pick<BasketRow, 'organisationId' | 'authorUserId'>,
): BasketRow {
  const today = isoDayOf(nowMs())
  return {
    id: newId(),
    title: 'École, second œuvre',
    communeCode: '93048',
    neededFrom: today,
    neededUntil: addDays(today, 60),
    radiusKm: 20,
    minCondition: 2,
    createdAtMs: nowMs(),
    updatedAtMs: nowMs(),
    ...overrides,
  }
}

/** A line of two hundred bricks. */
export function makeBasketLine(
  overrides: Partial<BasketLineRow> & Pick<BasketLineRow, 'basketId'>,
): BasketLineRow {
  return {
    id: newId(),
    position: 0,
    label: 'Briques pleines',
    material: 'brick',
    unit: 'u',
    quantityMilli: 200_000,
    newUnitPriceCents: null,
    ...overrides,
  }
}
