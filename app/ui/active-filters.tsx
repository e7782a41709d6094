import { Link } from '@remix-run/react'
import { search } from '~/messages/search'
import { useT } from './i18n'
import { CrossIcon } from './icons'
import { Notice } from './notice'

type ActiveFilter = { key: string; label: string; to: string }

/**
 * What a search holds its list to, each filter a link that takes it away; before it, what of the address was not
 * understood. `errors` are sentences by parameter, `nameOf` says what a parameter is called.
 */
export function FiltersInForce({
  filters,
  clearTo,
  errors,
  nameOf,
}: {
  filters: readonly ActiveFilter[]
  clearTo: string
  errors: Readonly<Partial<Record<string, string>>>
  nameOf: (param: string) => string
}) {
  return (
    <>
      <IgnoredFilters
        filters={Object.entries(errors).map(([param, reason = '']) => ({ label: nameOf(param), reason }))}
      />
      <ActiveFilters clearTo={clearTo} filters={filters} />
    </>
  )
}

/** The filters in force, each a link to the same page without it, and one to the page without any. */
function ActiveFilters({ filters, clearTo }: { filters: readonly ActiveFilter[]; clearTo: string }) {
  const t = useT(search)
  if (filters.length === 0) return null
  return (
    <nav aria-label={t('active')}>
      <ul className="flex flex-wrap items-center gap-2">
        {filters.map(({ key, label, to }) => (
          <li key={key} className="min-w-0">
            <Link to={to} className="chip max-w-full" aria-label={t('remove', { filter: label })}>
              <span className="min-w-0">{label}</span>
              <CrossIcon className="flex-none" width="1em" height="1em" />
            </Link>
          </li>
        ))}
        <li>
          <Link to={clearTo} className="inline-flex min-h-11 items-center px-2 font-semibold">
            {t('clear')}
          </Link>
        </li>
      </ul>
    </nav>
  )
}

/** Filters of the address that could not be read, by name, with why; nothing when all could. */
function IgnoredFilters({ filters }: { filters: readonly { label: string; reason: string }[] }) {
  const t = useT(search)
  if (filters.length === 0) return null
  return (
    <Notice tone="warning" title={t('ignored')}>
      <ul>
        {filters.map(({ label, reason }) => (
          <li key={label}>{t('ignoredText', { field: label, reason })}</li>
        ))}
      </ul>
    </Notice>
  )
}
