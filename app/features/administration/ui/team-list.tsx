import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import { administration } from '~/messages/administration'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { queryOf } from '../model/page-of'
import { ListFilters } from './list-filters'
import { AdministrationSections } from './sections'

/** A page of the team that lists: what it is for, its filters, its table by pages, and what to do when nothing is found. */
export function TeamList({
  title,
  lead,
  actions,
  filter,
  found,
  hrefOf,
  fields,
  none,
  children,
}: {
  title: string
  lead: string
  actions?: ReactNode
  filter: Readonly<Record<string, string | undefined>>
  found: { page: number; pages: number; total: number }
  /** The address of this list with a query, which may be empty. */
  hrefOf: (query: string) => string
  /** The fields of the filters. */
  fields: ReactNode
  /** What is said of an empty list; the filters are cleared where no other way is named. */
  none?: { title: string; text: string; way?: ReactNode }
  /** The table of the rows shown. */
  children: ReactNode
}) {
  const t = useT(administration)
  const query = queryOf(filter)
  const clear = <ButtonLink to={hrefOf('')}>{t('filter.clear')}</ButtonLink>
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{ to: paths.administration(), label: t('back') }}
        title={title}
        lead={lead}
        actions={actions}
      />
      <AdministrationSections />
      <ListFilters state={query} clearTo={query ? hrefOf('') : null}>
        {fields}
      </ListFilters>
      {found.total === 0 ? (
        <EmptyState title={none?.title ?? t('filter.none')} actions={none?.way ?? clear}>
          {none?.text ?? t('filter.noneText')}
        </EmptyState>
      ) : (
        <>
          {children}
          <Pagination
            page={found.page}
            pages={found.pages}
            hrefOf={(number) => hrefOf(queryOf(filter, number))}
          />
        </>
      )}
    </div>
  )
}

/** A filter that chooses one of several values, or all. */
export function FilterSelect<Value extends string>({
  name,
  label,
  chosen,
  values,
  labelOf,
}: {
  name: string
  label: string
  chosen: Value | undefined
  values: readonly Value[]
  labelOf: (value: Value) => string
}) {
  const t = useT(administration)
  return (
    <Select
      name={name}
      label={label}
      defaultValue={chosen ?? ''}
      placeholder={t('filter.all')}
      options={values.map((value) => ({ value, label: labelOf(value) }))}
    />
  )
}
