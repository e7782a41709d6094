/** Units of quantity: piece, linear metre, square metre, cubic metre, kilogram, tonne. */
export const UNITS = ['u', 'ml', 'm2', 'm3', 'kg', 't'] as const
export type Unit = (typeof UNITS)[number]

/**
 * Quantities are integers in thousandths of their unit (`quantityMilli`) and masses integers in grams (`massG`),
 * so that stock arithmetic is exact on every database engine.
 */
export const MILLI = 1000

/** The largest quantity or mass a form accepts, in whole units: far above any real lot, far below integer loss. */
export const MAX_QUANTITY = 1_000_000

/** Parses a decimal as people type it («12,5», «1 200», «12.5»), returning thousandths, or null if it is no number. */
export function parseMilli(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (!/^\d+(\.\d+)?$/.test(plain)) return null
  const milli = Math.round(Number(plain) * MILLI)
  return Number.isSafeInteger(milli) ? milli : null
}

/** Thousandths as people type them, which `parseMilli` reads back: `12 500` is «12,5». */
export function typedMilli(milli: number): string {
  return String(milli / MILLI).replace('.', ',')
}

/** Whether a quantity suits its unit: pieces are counted whole. */
export function isCountable(quantityMilli: number, unit: Unit): boolean {
  return unit !== 'u' || quantityMilli % MILLI === 0
}

/** Grams of a mass quantity, or null when the unit is not one of mass. */
export function massGOf(quantityMilli: number, unit: Unit): number | null {
  if (unit === 'kg') return quantityMilli
  if (unit === 't') return quantityMilli * 1000
  return null
}

/**
 * A least quantity in each unit that it compares with: kilograms and tonnes with each other, any other unit with itself
 * alone. Rounded up, so that what is told to be enough is.
 */
export function leastInUnits(quantityMilli: number, unit: Unit): { unit: Unit; milli: number }[] {
  const massG = massGOf(quantityMilli, unit)
  if (massG === null) return [{ unit, milli: quantityMilli }]
  return [
    { unit: 'kg', milli: massG },
    { unit: 't', milli: Math.ceil(massG / 1000) },
  ]
}
