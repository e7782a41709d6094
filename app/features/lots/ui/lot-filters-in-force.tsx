import { paths } from '~/core/paths'
import { ActiveFilters, IgnoredFilters } from '~/ui/active-filters'
import { activeFilters, lotSearchQuery, withoutFilter, type LotSearchState } from '../model/lot-search-query'
import { useFilterLabels, useParamLabels } from './use-filter-labels'

/** What the search holds lots to, each filter a link that takes it away; and what of the address was not understood. */
export function LotFiltersInForce({
  search,
  centre,
  errors,
}: {
  search: LotSearchState
  centre: string | null
  /** Sentences by parameter. */
  errors: Readonly<Partial<Record<string, string>>>
}) {
  const labels = useFilterLabels(search, centre)
  const nameOf = useParamLabels()
  return (
    <>
      <IgnoredFilters
        filters={Object.entries(errors).map(([param, reason = '']) => ({ label: nameOf(param), reason }))}
      />
      <ActiveFilters
        clearTo={paths.lots()}
        filters={activeFilters(search).map((filter) => ({
          key: filter,
          label: labels.ask(filter),
          to: paths.lots() + lotSearchQuery(withoutFilter(search, filter)),
        }))}
      />
    </>
  )
}
