import { parseCents } from '~/core/money'
import { MOST_LABEL, parseShareBp, type Purchase } from './purchase'

export type PurchaseLine = Omit<Purchase, 'id' | 'year'>

/**
 * The lines of a table of purchases: label, amount in euros ex-VAT, share reused, share recycled, as the export writes
 * them; a leading column of years is passed over, and a first row of heads too. A line that cannot be read makes the
 * whole table unreadable, and is told by its number.
 */
export function purchaseRows(
  rows: readonly (readonly string[])[],
): { ok: true; lines: PurchaseLine[] } | { ok: false; row: number } {
  const lines: PurchaseLine[] = []
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const line = lineOf(withoutYear(cells))
    if (line) lines.push(line)
    else if (index > 0) return { ok: false, row: index + 1 }
  }
  return { ok: true, lines }
}

function withoutYear(cells: readonly string[]): readonly string[] {
  return cells.length > 4 && /^\d{4}$/.test(cells[0]?.trim() ?? '') ? cells.slice(1) : cells
}

function lineOf([
  label = '',
  amount = '',
  reused = '',
  recycled = '',
]: readonly string[]): PurchaseLine | null {
  const amountCents = parseCents(amount)
  const [reusedBp, recycledBp] = [parseShareBp(reused), parseShareBp(recycled)]
  const name = label.trim()
  if (name === '' || name.length > MOST_LABEL) return null
  if (amountCents === null || reusedBp === null || recycledBp === null) return null
  return reusedBp + recycledBp <= 10_000 ? { label: name, amountCents, reusedBp, recycledBp } : null
}
