import { foldText } from '~/core/fold'
import { readAmount } from '~/features/wording/model/read-cells'
import { HEADS, MASS_HEADS, NOT_HEADS } from './heads'
import { IMPORT_FIELDS, type ImportField, type ImportMapping, type MassScale } from './fields'
import { guessMassScale, guessReusableScale, suitsContent } from './guess-scales'

export type SheetGuess = {
  /** Place of the row of heads among the rows; null when none looks like one. */
  headIndex: number | null
  mapping: ImportMapping
}

const ROWS_LOOKED_AT = 40
const SAMPLE = 200

/**
 * Where the heads of a sheet are, and which column is what: by what the heads say and what the cells below hold. With
 * `headIndex` given, the heads are there (null: nowhere).
 */
export function guessSheet(rows: readonly (readonly string[])[], headIndex?: number | null): SheetGuess {
  const at = headIndex === undefined ? findHeads(rows) : headIndex
  const heads = at === null ? [] : headsOf(rows, at)
  const body = rows.slice(at === null ? 0 : at + 1).slice(0, SAMPLE)
  const columns = at === null ? columnsByContent(body) : columnsByHeads(heads, body)
  const massIn = massScaleOf(heads, columns, body)
  const reusableIn = guessReusableScale(
    headAt(heads, columns.reusable),
    cellsOf(body, columns.reusable),
    massIn,
  )
  return { headIndex: at, mapping: { columns, massIn, reusableIn } }
}

/** The heads of a row; a head that is empty there stands in the row above, as merged cells over two rows leave it. */
export function headsOf(rows: readonly (readonly string[])[], at: number): string[] {
  const above = at > 0 ? (rows[at - 1] ?? []) : []
  const isSecondRow = above.filter((cell) => cell !== '').length >= 2
  return (rows[at] ?? []).map((cell, column) => cell || (isSecondRow ? (above[column] ?? '') : ''))
}

/** The row with most known heads among the first forty: a product and a measure at least. */
function findHeads(rows: readonly (readonly string[])[]): number | null {
  let best: { at: number; known: number } | null = null
  for (let at = 0; at < Math.min(rows.length, ROWS_LOOKED_AT); at += 1) {
    const found = byScore(scoresOf(headsOf(rows, at)))
    const known = Object.keys(found).length
    const isNamed = found.product !== undefined || found.category !== undefined
    const isTable = isNamed || !(rows[at] ?? []).some((cell) => readAmount(cell) !== null)
    if (isTable && known >= 2 && known > (best?.known ?? 0)) best = { at, known }
  }
  return best?.at ?? null
}

type Score = { field: ImportField; column: number; score: number }

function scoresOf(heads: readonly string[]): Score[] {
  return heads.flatMap((head, column) => {
    const folded = foldText(head.replace(/%/g, ' pourcent ').replace(/²/g, '2').replace(/³/g, '3'))
    return IMPORT_FIELDS.flatMap((field) => {
      const score = scoreOf(folded, field)
      return score > 0 ? [{ field, column, score }] : []
    })
  })
}

function scoreOf(head: string, field: ImportField): number {
  if (head === '' || NOT_HEADS[field]?.test(head)) return 0
  let best = 0
  for (const [rank, known] of HEADS[field].entries()) {
    const fit =
      head === known ? 300 : head.startsWith(`${known} `) ? 200 : ` ${head} `.includes(` ${known} `) ? 100 : 0
    if (fit > 0) best = Math.max(best, fit - rank)
  }
  return best
}

/** Each field its best column and each column one field, the best fits first. */
function byScore(scores: readonly Score[]): Partial<Record<ImportField, number>> {
  const columns: Partial<Record<ImportField, number>> = {}
  const taken = new Set<number>()
  for (const { field, column } of [...scores].sort((a, b) => b.score - a.score)) {
    if (columns[field] !== undefined || taken.has(column)) continue
    columns[field] = column
    taken.add(column)
  }
  return columns
}

function columnsByHeads(heads: readonly string[], body: readonly (readonly string[])[]) {
  const fitting = scoresOf(heads).filter(({ field, column }) => suitsContent(field, cellsOf(body, column)))
  const columns = byScore(fitting)
  if (columns.product === undefined && columns.category !== undefined) {
    columns.product = columns.category
    delete columns.category
  }
  if (columns.product === undefined) {
    const taken = Object.values(columns)
    const lengths = heads.map((_, column) => (taken.includes(column) ? 0 : textLength(cellsOf(body, column))))
    const longest = Math.max(0, ...lengths)
    if (longest > 0) columns.product = lengths.indexOf(longest)
  }
  return columns
}

/** Without heads: the longest texts are the products, then units and figures tell themselves. */
function columnsByContent(body: readonly (readonly string[])[]): Partial<Record<ImportField, number>> {
  const width = Math.max(0, ...body.map((row) => row.length))
  const all = Array.from({ length: width }, (_, column) => cellsOf(body, column))
  const lengths = all.map(textLength)
  const product = lengths.indexOf(Math.max(0, ...lengths))
  const columns: Partial<Record<ImportField, number>> = lengths.some(Boolean) ? { product } : {}
  const free = (field: ImportField) =>
    all.findIndex(
      (cells, column) =>
        !Object.values(columns).includes(column) && column > product && suitsContent(field, cells, true),
    )
  for (const field of ['unit', 'wasteCode', 'quantity', 'mass'] as const) {
    const column = free(field)
    if (column >= 0) columns[field] = column
  }
  return columns
}

function textLength(cells: readonly string[]): number {
  return cells.filter((cell) => !/^[\d\s.,]+$/.test(cell)).join('').length
}

function massScaleOf(
  heads: readonly string[],
  columns: Partial<Record<ImportField, number>>,
  body: readonly (readonly string[])[],
): MassScale {
  const head = foldText(headAt(heads, columns.mass))
  if (MASS_HEADS.t.test(head)) return 't'
  if (MASS_HEADS.kg.test(head)) return 'kg'
  return guessMassScale(body, columns)
}

function headAt(heads: readonly string[], column: number | undefined): string {
  return column === undefined ? '' : (heads[column] ?? '')
}

function cellsOf(body: readonly (readonly string[])[], column: number | undefined): string[] {
  if (column === undefined) return []
  return body.flatMap((row) => row[column] || [])
}
