import type { Locale } from '~/core/locale'
import { activeFilters, lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { readSearch as readLots } from '~/features/lots/search.server'
import { lotFilterLabels } from '~/features/lots/ui/use-filter-labels'
import { activeNeedFilters, needSearchQuery } from '~/features/needs/model/need-search-query'
import { readSearch as readNeeds } from '~/features/needs/search.server'
import { needFilterLabels } from '~/features/needs/ui/filter-labels'
import { alerts } from '~/messages/alerts'
import { translator } from '~/messages/catalogue'
import { MAX_NAME_LENGTH } from './model/limits'
import { askedOf, type SearchSubject } from './model/saved-search'

export type DescribedSearch = {
  /** Its filters as the address of its page writes them, without order and page: one text for one search. */
  query: string
  /** What it asks, in words, in the order of its form. */
  filters: string[]
  /** The same without what a person typed: what a mail may say to someone who has not agreed to it yet. */
  plainFilters: string[]
  /** The name proposed for it. */
  name: string
}

/**
 * A search to keep as an address asks for it, in words. What the address holds that cannot be read is left out, and so is
 * «there today»: a kept search tells of a lot at its publication, days or weeks before its first day.
 */
export async function describeSearch(
  subject: SearchSubject,
  params: URLSearchParams,
  locale: Locale,
): Promise<DescribedSearch> {
  return describePage(subject, askedOf({ query: params.toString() }), locale)
}

/** The same of all that a page shows now. */
export async function describePage(
  subject: SearchSubject,
  params: URLSearchParams,
  locale: Locale,
): Promise<DescribedSearch> {
  const { query, asks } = await (subject === 'lots' ? lotsAsked(params, locale) : needsAsked(params, locale))
  const filters = asks.map(({ words }) => words)
  const plainFilters = asks.filter(({ filter }) => filter !== 'text').map(({ words }) => words)
  const name = filters.join(', ') || translator(locale, alerts)(`all.${subject}`)
  return { query, filters, plainFilters, name: shortened(name[0]!.toLocaleUpperCase(locale) + name.slice(1)) }
}

async function lotsAsked(params: URLSearchParams, locale: Locale) {
  const { search, place } = await readLots(params)
  const labels = lotFilterLabels(locale, search, place.centre?.name ?? null)
  const asks = activeFilters(search).map((filter) => ({ filter, words: labels.ask(filter) }))
  return { query: lotSearchQuery({ ...search, tri: undefined }), asks }
}

async function needsAsked(params: URLSearchParams, locale: Locale) {
  const { search, place } = await readNeeds(params)
  const labels = needFilterLabels(locale, search, place.centre?.name ?? null)
  const asks = activeNeedFilters(search).map((filter) => ({ filter, words: labels.ask(filter) }))
  return { query: needSearchQuery(search), asks }
}

function shortened(name: string): string {
  const letters = [...name]
  return letters.length <= MAX_NAME_LENGTH ? name : `${letters.slice(0, MAX_NAME_LENGTH - 1).join('')}…`
}
