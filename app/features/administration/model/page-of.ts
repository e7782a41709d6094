/** How many rows a page of the administration's tables shows. */
const PAGE_SIZE = 50

/** Which rows a page shows of so many, counted from 1; a page beyond the last is the last. */
export function placeOfPage(
  total: number,
  wanted: number,
  size = PAGE_SIZE,
): { page: number; pages: number; total: number; limit: number; offset: number } {
  const pages = Math.max(1, Math.ceil(total / size))
  const page = Math.min(Math.max(1, wanted), pages)
  return { page, pages, total, limit: size, offset: (page - 1) * size }
}

/** The rows of a page of a list. */
export function pageOf<Row>(
  rows: readonly Row[],
  wanted: number,
): { shown: Row[]; page: number; pages: number; total: number } {
  const { limit, offset, ...place } = placeOfPage(rows.length, wanted)
  return { shown: rows.slice(offset, offset + limit), ...place }
}

/** The query of a list with its filters and page; what is empty or first is left out. */
export function queryOf(filter: Readonly<Record<string, string | undefined>>, page = 1): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text && `?${text}`
}
