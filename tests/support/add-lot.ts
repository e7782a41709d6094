import type { Actor } from '~/features/organisations/model/permissions'
import { searchLots } from '~/features/lots/queries.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { withTx } from '~/platform/transaction.server'
import { makeLot, type LotRow } from '~db/seed/factories/lot'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'

export const MONTREUIL = '93048'

/** Every lot of a search on one page. */
export const ALL = { size: 500, number: 1 }

/** A published lot of an organisation at a new site of its own, in Montreuil unless said otherwise. */
export async function addLotOf(
  { organisationId }: Actor,
  title: string,
  lot: Partial<LotRow> = {},
): Promise<LotRow> {
  const communeCode = lot.communeCode ?? MONTREUIL
  const site = makeSite({ organisationId, communeCode })
  const row = makeLot({ organisationId, siteId: site.id, communeCode, title, ...lot })
  await withTx((tx) => insertRows(tx, { sites: [site], lots: [row] }))
  return row
}

/** The titles that the address of a search finds, sorted; the total says how many they are. */
export async function titlesFound(query: string): Promise<string[]> {
  const { search, place } = await readSearch(new URLSearchParams(query))
  const { lots, total } = await searchLots(filtersOf(search, place), ALL)
  if (total !== lots.length) throw new Error(`${query}: ${total} told, ${lots.length} shown`)
  return lots.map(({ title }) => title).sort()
}
