import { paths } from '~/core/paths'
import {
  activeNeedFilters,
  needSearchQuery,
  withoutNeedFilter,
  type NeedSearchState,
} from '~/features/needs/model/need-search-query'
import { useFilterLabels, useParamLabels } from '~/features/needs/ui/filter-labels'
import { FiltersInForce } from '~/ui/active-filters'

/** What the search holds needs to, each filter a link that takes it away; and what of the address was not understood. */
export function NeedFiltersInForce({
  search,
  centre,
  errors,
}: {
  search: NeedSearchState
  centre: string | null
  /** Sentences by parameter. */
  errors: Readonly<Partial<Record<string, string>>>
}) {
  const labels = useFilterLabels(search, centre)
  const nameOf = useParamLabels()
  return (
    <FiltersInForce
      errors={errors}
      nameOf={nameOf}
      clearTo={paths.needs()}
      filters={activeNeedFilters(search).map((filter) => ({
        key: filter,
        label: labels.ask(filter),
        to: paths.needs() + needSearchQuery(withoutNeedFilter(search, filter)),
      }))}
    />
  )
}
