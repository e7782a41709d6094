import { MILLI } from './units'

/** Money is integer cents of euro, excluding VAT. */
export type Cents = number

/** The largest amount a form accepts: ten million euros, far above any real lot, far below integer loss. */
export const MAX_CENTS: Cents = 1_000_000_000

/**
 * Parses an amount as people type it («12,50», «1 200 €», «0»), returning cents, or null if it is no amount,
 * is negative, is more precise than a cent, or passes `MAX_CENTS`.
 */
export function parseCents(text: string): Cents | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/€$/, '')
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(plain)
  if (!match) return null
  const cents = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return cents <= MAX_CENTS ? cents : null
}

/**
 * The price of a quantity: cents per unit × thousandths of the unit, rounded half up to the cent.
 * Exact for every quantity and price that forms accept. Throws when the result cannot be held exactly.
 */
export function priceOf(unitCents: Cents, quantityMilli: number): Cents {
  const product = BigInt(unitCents) * BigInt(quantityMilli)
  const cents = Number((product + BigInt(MILLI / 2)) / BigInt(MILLI))
  if (!Number.isSafeInteger(cents)) throw new RangeError('price out of range')
  return cents
}
