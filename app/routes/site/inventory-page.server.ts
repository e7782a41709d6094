import type { LineFunnel } from '~/features/accounting/model/line-funnels'
import type { InventoryView } from '~/features/sites/queries.server'

const NOTHING_YET = { publishedG: 0, handedOverG: 0 }
/** Lines of a page of the inventory. */
const PAGE = 50

/** One page of an inventory (`lignes`), each line with what became of it, and the totals of all. */
export function pageOfInventory(
  inventory: InventoryView,
  funnels: ReadonlyMap<string | null, LineFunnel>,
  search: URLSearchParams,
) {
  const lines = inventory.lines.map((line) => ({ ...line, ...(funnels.get(line.id) ?? NOTHING_YET) }))
  const pages = Math.max(1, Math.ceil(lines.length / PAGE))
  const page = Math.min(pages, Math.max(1, Math.floor(Number(search.get('lignes'))) || 1))
  return {
    ...inventory,
    ...{ page, pages, lines: lines.slice((page - 1) * PAGE, page * PAGE) },
    publishedG: lines.reduce((total, line) => total + line.publishedG, 0),
    handedOverG: lines.reduce((total, line) => total + line.handedOverG, 0),
  }
}
