import { foldText } from '~/core/fold'
import type { ImportField } from './fields'
import {
  readRow,
  type Above,
  type ReadRow,
  type ReadingRules,
  type ReadyLine,
  type StoredRow,
} from './read-row'

/** Rows read without letting go of the thread: some ten milliseconds. */
const AT_ONCE = 500

const WASTE_TITLE = /\bdechets?\b|\bwaste\b/
const PRODUCT_TITLE = /\b(produits?|equipements?|materiaux|ressources?|products?)\b/

/**
 * Reads the rows below the heads, in order: a title tells what the rows under it are. Rows that repeat the heads, as on
 * each page of a printed sheet, are titles too. `pause` is awaited between slices, so that a server goes on answering.
 */
export async function readRows(
  stored: readonly StoredRow[],
  heads: readonly string[],
  rules: ReadingRules,
  pause: () => Promise<unknown>,
): Promise<ReadRow[]> {
  const repeated = foldText(heads.join(' '))
  const above: Above = { title: '', isWaste: false }
  const read: ReadRow[] = []
  for (const [index, one] of stored.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await pause()
    const row = readRow(one, rules, above)
    const isHeads = row.kind !== 'left' && foldText(one.cells.join(' ')) === repeated && repeated !== ''
    if (isHeads) read.push({ ...row, kind: 'title', faults: {}, line: null, waste: null })
    else read.push(row)
    if (!isHeads && row.kind === 'title') takeTitle(above, one.cells)
  }
  return read
}

function takeTitle(above: Above, cells: readonly string[]): void {
  const title = cells.find((cell) => cell !== '') ?? ''
  const folded = foldText(title)
  above.title = title
  if (WASTE_TITLE.test(folded)) above.isWaste = true
  else if (PRODUCT_TITLE.test(folded)) above.isWaste = false
}

/** What makes two lines the same: material, product, quantity and place. */
export function lineKey(
  line: Pick<ReadyLine, 'material' | 'product' | 'quantityMilli' | 'unit' | 'location'>,
): string {
  const { material, product, quantityMilli, unit, location } = line
  return [material, foldText(product), quantityMilli, unit, foldText(location)].join('|')
}

/** What an import would write, and what stands in its way. */
export type ImportCount = {
  lines: number
  wastes: number
  faulty: number
  /** Lines whose material is likely and not sure. */
  unsure: number
  titles: number
  left: number
  /** Lines that the inventory has already, and those that stand twice in the sheet. */
  known: number
  twice: number
  massG: number
  reusableMassG: number
  reusableLines: number
  estimated: number
  wasteMassG: number
}

/** Counts what was read; `known` says which rows the inventory has already. */
export function countRows(
  rows: readonly ReadRow[],
  known: ReadonlySet<number>,
  twice: ReadonlySet<number>,
): ImportCount {
  const count: ImportCount = {
    ...{
      lines: 0,
      wastes: 0,
      faulty: 0,
      unsure: 0,
      titles: 0,
      left: 0,
      known: known.size,
      twice: twice.size,
    },
    ...{ massG: 0, reusableMassG: 0, reusableLines: 0, estimated: 0, wasteMassG: 0 },
  }
  for (const row of rows) {
    if (isFaulty(row)) count.faulty += 1
    else if (row.kind === 'title') count.titles += 1
    else if (row.kind === 'left') count.left += 1
    if (row.waste) {
      count.wastes += 1
      count.wasteMassG += row.waste.massG
    }
    if (!row.line) continue
    count.lines += 1
    if (row.certainty === 'likely') count.unsure += 1
    count.massG += row.line.massG
    count.reusableMassG += row.line.reusableMassG
    if (row.line.reusableMassG > 0) count.reusableLines += 1
    if (row.line.massEstimated) count.estimated += 1
  }
  return count
}

/** Whether a row has to be put right or left out before anything is written. */
export function isFaulty({ kind, line, waste }: ReadRow): boolean {
  return (kind === 'line' && line === null) || (kind === 'waste' && waste === null)
}

/** Rows whose lines the inventory has, and rows whose lines stand further up in the sheet already. */
export function findDoubles(
  rows: readonly ReadRow[],
  inventory: ReadonlySet<string>,
): { known: Set<number>; twice: Set<number> } {
  const [known, twice, seen] = [new Set<number>(), new Set<number>(), new Set<string>()]
  for (const { row, line } of rows) {
    if (!line) continue
    const key = lineKey(line)
    if (inventory.has(key)) known.add(row)
    if (seen.has(key)) twice.add(row)
    seen.add(key)
  }
  return { known, twice }
}

/** Wordings whose material nobody knows, those of most rows first. */
export function unknownWordings(rows: readonly ReadRow[]): { wording: string; rows: number }[] {
  const byKey = new Map<string, { wording: string; rows: number }>()
  for (const { faults, texts } of rows) {
    if (faults.material === undefined || texts.product.trim() === '') continue
    const key = foldText(texts.product)
    const found = byKey.get(key)
    if (found) found.rows += 1
    else byKey.set(key, { wording: texts.product, rows: 1 })
  }
  return [...byKey.values()].sort((a, b) => b.rows - a.rows)
}

/** What a row is called, where it says so at all. */
export function nameOf({ texts }: { texts: Record<ImportField, string> }): string {
  return texts.product || texts.category || texts.wasteFamily
}
