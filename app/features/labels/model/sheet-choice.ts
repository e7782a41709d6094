import type { Unit } from '~/core/units'
import { MILLI } from '~/core/units'
import { MOST_LABELS } from './label'
import type { SheetFormatId } from './sheet-format'

/** What is printed: lots, all lots of a site, or a printing of blank labels. */
export type SheetChoice = {
  lotIds: readonly string[]
  siteId: string | null
  batchId: string | null
  /** One label a lot, or one for each of its pieces. */
  per: 'lot' | 'piece'
  /** How many pieces a lot that is not counted in pieces has, or is packed in; null for its own count. */
  pieces: number | null
  format: SheetFormatId
  /** The first free place of the first sheet, from 1. */
  start: number
}

/** The address of a choice, so that the page, its preview and the PDF say the same. */
export function sheetQuery(choice: SheetChoice): string {
  const query = new URLSearchParams()
  for (const id of choice.lotIds) query.append('lot', id)
  if (choice.siteId) query.set('chantier', choice.siteId)
  if (choice.batchId) query.set('planche', choice.batchId)
  if (choice.per === 'piece') query.set('par', 'piece')
  if (choice.pieces !== null) query.set('pieces', String(choice.pieces))
  query.set('format', choice.format)
  if (choice.start > 1) query.set('debut', String(choice.start))
  return `?${query.toString()}`
}

type Countable = { quantityMilli: number; unit: Unit }

/**
 * How many labels of pieces a lot gets; null for one of the lot as a whole. A lot that is counted in pieces has as
 * many as it counts, another one as many as it is said to be packed in, up to `MOST_LABELS`.
 */
export function piecesToLabel(
  lot: Countable,
  { per, pieces }: Pick<SheetChoice, 'per' | 'pieces'>,
): number | null {
  if (per === 'lot') return null
  const count = pieces ?? ownPieces(lot)
  return count === null ? null : Math.min(count, MOST_LABELS)
}

/** The pieces of a lot that is counted in pieces; null for any other. */
export function ownPieces({ quantityMilli, unit }: Countable): number | null {
  return unit === 'u' ? Math.floor(quantityMilli / MILLI) : null
}
