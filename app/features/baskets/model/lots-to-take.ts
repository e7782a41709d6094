import type { CoverPart, LineCover } from './cover'

/** A lot that the combination takes, for one line or more: what is reserved at once. */
export type LotToTake = Pick<
  CoverPart,
  | 'lotId'
  | 'reference'
  | 'title'
  | 'organisationName'
  | 'communeName'
  | 'availableFrom'
  | 'availableUntil'
  | 'unit'
  | 'unitPriceCents'
  | 'straightKm'
> & {
  /** Thousandths of the lot's unit, over all lines that it serves. */
  quantityMilli: number
  askedCents: number
  /** Places of those lines in the bill, counted from 1. */
  lineNumbers: number[]
}

/** The lots of a combination, those that are there first, then by reference. */
export function lotsToTake(lines: readonly LineCover[]): LotToTake[] {
  const lots = new Map<string, LotToTake>()
  for (const { line, parts } of lines) {
    for (const part of parts) {
      const lot = lots.get(part.lotId)
      if (!lot) {
        lots.set(part.lotId, { ...part, lineNumbers: [line.position + 1] })
        continue
      }
      lot.quantityMilli += part.quantityMilli
      lot.askedCents += part.askedCents
      lot.lineNumbers.push(line.position + 1)
    }
  }
  const keyOf = (lot: LotToTake) => `${lot.availableFrom} ${lot.reference}`
  return [...lots.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
