import { paths } from '~/core/paths'
import { FiltersInForce } from '~/ui/active-filters'
import { activeFilters, lotSearchQuery, withoutFilter, type LotSearchState } from '../model/lot-search-query'
import { useFilterLabels, useParamLabels } from './use-filter-labels'

/** What the search holds lots to, each filter a link that takes it away; and what of the address was not understood. */
export function LotFiltersInForce({
  search,
  centre,
  errors,
  page = paths.lots(),
}: {
  search: LotSearchState
  centre: string | null
  /** Sentences by parameter. */
  errors: Readonly<Partial<Record<string, string>>>
  /** The page that shows what is found: the list by default. */
  page?: string
}) {
  const labels = useFilterLabels(search, centre)
  const nameOf = useParamLabels()
  return (
    <FiltersInForce
      errors={errors}
      nameOf={nameOf}
      clearTo={page}
      filters={activeFilters(search).map((filter) => ({
        key: filter,
        label: labels.ask(filter),
        to: page + lotSearchQuery(withoutFilter(search, filter)),
      }))}
    />
  )
}
