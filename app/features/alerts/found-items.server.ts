import type { LotView } from '~/features/lots/model/lot'
import { searchLots } from '~/features/lots/queries.server'
import { listFoundLots } from '~/features/lots/queries/found-lots.server'
import { heldLots } from '~/features/lots/held-lots.server'
import { filtersOf as lotFilters, readSearch as readLots } from '~/features/lots/search.server'
import type { NeedView } from '~/features/needs/model/need'
import { listFoundNeeds, searchNeeds } from '~/features/needs/queries.server'
import { heldNeeds } from '~/features/needs/text-search.server'
import { filtersOf as needFilters, readSearch as readNeeds } from '~/features/needs/search.server'
import { askedOf, type SavedSearch, type SearchSubject } from './model/saved-search'
import { viewerOf } from './viewer.server'

/** What the pages and mails say of a lot or a need. */
export type FoundItem = Pick<LotView, 'id' | 'title' | 'material' | 'communeName' | 'unit'> & {
  milli: number
  /** First day on which it is too late. */
  until: string
  /** Cents ex-VAT per unit; null where nothing is said. */
  unitCents: number | null
}

type Looking = Pick<SavedSearch, 'owner' | 'organisationId' | 'subject'>

/** Those of some ids that are open and that the search's reader may see now, by id; whatever the filters. */
export async function openItems(search: Looking, ids: readonly string[]): Promise<Map<string, FoundItem>> {
  const found =
    search.subject === 'lots'
      ? (await listFoundLots(ids, {}, await viewerOf(search))).map(itemOfLot)
      : (await listFoundNeeds(ids, {})).map(itemOfNeed)
  return new Map(found.map((item) => [item.id, item]))
}

/**
 * Builds what a search of lots, or of the words of needs, reads, before the transaction that notes what it shows: a build within it would hold up
 * every other write.
 */
export async function prepareSearch({
  subject,
  query,
}: Pick<SavedSearch, 'subject' | 'query'>): Promise<void> {
  if (subject === 'needs' && !new URLSearchParams(query).get('q')) return
  await BY_SUBJECT[subject]()
}

const BY_SUBJECT: Record<SearchSubject, () => Promise<unknown>> = { lots: heldLots, needs: heldNeeds }

/** The ids that a search shows now, up to a number, with how many there are in all. */
export async function searchNow(
  search: Looking & Pick<SavedSearch, 'query'>,
  most: number,
): Promise<{ ids: string[]; total: number }> {
  const params = askedOf(search)
  const page = { size: most, number: 1 }
  if (search.subject === 'lots') {
    const { search: asked, place } = await readLots(params)
    const { lots, total } = await searchLots(lotFilters(asked, place), page, await viewerOf(search))
    return { ids: lots.map(({ id }) => id), total }
  }
  const { search: asked, place } = await readNeeds(params)
  const { needs, total } = await searchNeeds(needFilters(asked, place), page)
  return { ids: needs.map(({ id }) => id), total }
}

function itemOfLot(lot: LotView): FoundItem {
  const { id, title, material, communeName, unit } = lot
  const { availableMilli: milli, availableUntil: until, unitPriceCents: unitCents } = lot
  return { id, title, material, communeName, unit, milli, until, unitCents }
}

function itemOfNeed(need: NeedView): FoundItem {
  const { id, title, material, communeName, unit } = need
  const { openMilli: milli, neededUntil: until, budgetUnitCents: unitCents } = need
  return { id, title, material, communeName, unit, milli, until, unitCents }
}
