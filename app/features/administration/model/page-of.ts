/** How many rows a page of the administration's tables shows. */
const PAGE_SIZE = 50

/** The rows of a page, counted from 1; a page beyond the last is the last. */
export function pageOf<Row>(
  rows: readonly Row[],
  wanted: number,
): { shown: Row[]; page: number; pages: number; total: number } {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE))
  const page = Math.min(Math.max(1, wanted), pages)
  const start = (page - 1) * PAGE_SIZE
  return { shown: rows.slice(start, start + PAGE_SIZE), page, pages, total: rows.length }
}

/** The query of a list with its filters and page; what is empty or first is left out. */
export function queryOf(filter: Readonly<Record<string, string | undefined>>, page = 1): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text && `?${text}`
}
