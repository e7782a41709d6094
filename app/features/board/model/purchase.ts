/** A line of what a commune bought in a year: cents ex-VAT, shares in hundredths of a percent. */
export type Purchase = {
  id: string
  year: number
  label: string
  amountCents: number
  reusedBp: number
  recycledBp: number
}

export type PurchaseTotals = {
  amountCents: number
  reusedCents: number
  recycledCents: number
  /** Reused and recycled together ÷ all that was spent, as a fraction; null when nothing was. */
  share: number | null
}

/**
 * What a commune's purchases come to, in money and not in mass (loi AGEC, article 58): each line's amount times its
 * shares. It never enters a rate of reuse.
 */
export function purchaseTotals(lines: readonly Purchase[]): PurchaseTotals {
  const sum = (of: (line: Purchase) => number) => lines.reduce((total, line) => total + of(line), 0)
  const amountCents = sum((line) => line.amountCents)
  const reusedCents = Math.round(sum((line) => (line.amountCents * line.reusedBp) / 10_000))
  const recycledCents = Math.round(sum((line) => (line.amountCents * line.recycledBp) / 10_000))
  const share = amountCents > 0 ? (reusedCents + recycledCents) / amountCents : null
  return { amountCents, reusedCents, recycledCents, share }
}

export const MOST_LABEL = 200
/** Lines of a year; far above what a commune's accounts group purchases into. */
export const MOST_LINES = 500

/** A share as people type it («12,5», «12,5 %»), in hundredths of a percent; null when it is none, or over 100 %. */
export function parseShareBp(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.')
  if (plain === '') return 0
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return null
  const bp = Math.round(Number(plain) * 100)
  return bp <= 10_000 ? bp : null
}
