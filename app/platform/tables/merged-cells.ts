/** Cells filled in at most: more merged cells than rows of a sheet may have are no table. */
const MOST_FILLED = 100_000

/**
 * A sheet's XML where a text that stands in cells merged over several rows stands in each of those rows that holds
 * something else: a room, a floor or a category written once for all of its lines. Figures stay where they are, since
 * a quantity written once counts once; so do texts merged across columns alone, which are titles.
 */
export function withMergedTexts(xml: string): string {
  const ranges = tallRanges(xml)
  if (ranges.length === 0) return xml
  const cells = textCellsAt(xml, new Set(ranges.map(({ column, first }) => `${column}${first}`)))
  const byRow = new Map<number, string[]>()
  let filled = 0
  for (const { column, first, last } of ranges) {
    const cell = cells.get(`${column}${first}`)
    if (cell === undefined) continue
    for (let row = first + 1; row <= last && filled < MOST_FILLED; row += 1, filled += 1) {
      const moved = cell.replace(/\br=(["'])[A-Z]+\d+\1/, `r="${column}${row}"`)
      byRow.set(row, [...(byRow.get(row) ?? []), moved])
    }
  }
  return xml.replace(/<row\b[^<>]*\br=["'](\d+)["'][^<>]*>/g, (tag, row: string) =>
    tag.endsWith('/>') ? tag : tag + (byRow.get(Number(row)) ?? []).join(''),
  )
}

function tallRanges(xml: string): { column: string; first: number; last: number }[] {
  const found = xml.matchAll(/<mergeCell\b[^<>]*\bref=["']([A-Z]+)(\d+):[A-Z]+(\d+)["']/g)
  return [...found].flatMap(([, column = '', first, last]) =>
    Number(last) > Number(first) ? [{ column, first: Number(first), last: Number(last) }] : [],
  )
}

/** The cells at some addresses that hold a text: shared, written in place, or the result of a formula. */
function textCellsAt(xml: string, wanted: ReadonlySet<string>): Map<string, string> {
  const cells = new Map<string, string>()
  for (const [cell, address = ''] of xml.matchAll(/<c\b[^<>]*\br=["']([A-Z]+\d+)["'][^<>]*>.*?<\/c>/gs)) {
    if (wanted.has(address) && /^<c\b[^<>]*\bt=["'](s|inlineStr|str)["']/.test(cell)) cells.set(address, cell)
  }
  return cells
}
