import {
  asQuery,
  sharedFilters,
  sharedParams,
  WITHOUT_SHARED,
  type SharedFilter,
  type SharedSearch,
} from '~/core/shared-search'

/** What a need says of money: a budget above zero, or that it is wanted free of charge. */
export const NEED_BUDGETS = ['indique', 'gratuit'] as const
export type NeedBudget = (typeof NEED_BUDGETS)[number]

/** The filters of a search for needs, as its address holds them. */
export type NeedSearchState = SharedSearch & { budget?: NeedBudget; page: number }

/** A condition that a search holds needs to, as one that can be taken away on its own. */
export type NeedFilter = SharedFilter | 'budget'

/** The query string of a search with its page changed; what is default is left out. */
export function needSearchQuery(search: NeedSearchState, page = 1): string {
  const params = sharedParams(search)
  if (search.budget) params.set('budget', search.budget)
  if (page > 1) params.set('page', String(page))
  return asQuery(params)
}

/** The filters that a search holds needs to, in the order of its form. */
export function activeNeedFilters(search: NeedSearchState): NeedFilter[] {
  return search.budget ? [...sharedFilters(search), 'budget'] : sharedFilters(search)
}

/** A search without one of its filters, at its first page. */
export function withoutNeedFilter(search: NeedSearchState, filter: NeedFilter): NeedSearchState {
  const cleared = filter === 'budget' ? { budget: undefined } : WITHOUT_SHARED[filter]
  return { ...search, ...cleared, page: 1 }
}
