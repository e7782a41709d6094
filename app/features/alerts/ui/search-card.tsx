import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import { alerts } from '~/messages/alerts'
import { Badge } from '~/ui/badge'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select, TextInput } from '~/ui/inputs'
import { MAX_NAME_LENGTH } from '../model/limits'
import { ALERT_PACES, searchPath, type SavedSearch } from '../model/saved-search'
import { SearchFilters } from './search-filters'

/** A search with what it asks in words and what it found; without figures for those who have no page of it. */
export type ListedSearch = Pick<SavedSearch, 'id' | 'subject' | 'query' | 'name' | 'pace' | 'pausedAtMs'> & {
  filters: readonly string[]
  found: { fresh: number; all: number } | null
}

/** One search of a list: what it asks, what it found, and what can be done with it. */
export function SearchCard({ search }: { search: ListedSearch }) {
  const t = useT(alerts)
  const { id, name, pace, pausedAtMs, found } = search
  return (
    <article
      aria-labelledby={`search-${id}`}
      className="flex flex-col gap-4 rounded-md border-2 border-edge bg-card p-4 lg:p-6"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h2 id={`search-${id}`} className="min-w-0 break-words">
          {found ? <Link to={paths.savedSearch(id)}>{name}</Link> : name}
        </h2>
        <div className="flex flex-wrap gap-2">
          {found && found.fresh > 0 && <Badge tone="success">{t('mine.new', { count: found.fresh })}</Badge>}
          {pausedAtMs === null ? (
            <Badge>{t(`pace.${pace}`)}</Badge>
          ) : (
            <Badge tone="warning">{t('mine.paused')}</Badge>
          )}
        </div>
      </div>
      <SearchFilters {...search} />
      {found && <p>{found.all > 0 ? t('mine.found', { count: found.all }) : t('mine.nothing')}</p>}
      <SearchActs search={search}>
        <ButtonLink to={searchPath(search)} look="secondary" wide aria-label={t('mine.nowOf', { name })}>
          {t('mine.now')}
        </ButtonLink>
      </SearchActs>
    </article>
  )
}

/** Opens, pauses, renames, paces and deletes a search. */
export function SearchActs({
  search,
  children,
}: {
  search: Pick<SavedSearch, 'id' | 'name' | 'pace' | 'pausedAtMs'>
  children?: ReactNode
}) {
  const t = useT(alerts)
  const { id, name, pace, pausedAtMs } = search
  const turn = pausedAtMs === null ? 'pause' : 'resume'
  return (
    <div className="flex flex-col gap-4">
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="searchId" value={id} />
        {children}
        <Button name="intent" value={turn} look="secondary" wide aria-label={t(`mine.${turn}Of`, { name })}>
          {t(`mine.${turn}`)}
        </Button>
      </Form>
      <details>
        <summary
          className="min-h-11 cursor-pointer py-2 font-semibold"
          aria-label={t('mine.settingsOf', { name })}
        >
          {t('mine.settings')}
        </summary>
        <Form method="post" className="flex flex-col gap-4 pt-2">
          <input type="hidden" name="searchId" value={id} />
          <input type="hidden" name="intent" value="change" />
          <TextInput name="name" label={t('name')} defaultValue={name} maxLength={MAX_NAME_LENGTH} required />
          <Select
            name="pace"
            label={t('pace.label')}
            defaultValue={pace}
            placeholder={null}
            options={ALERT_PACES.map((value) => ({ value, label: t(`pace.${value}`) }))}
          />
          <div>
            <Button wide look="secondary">
              {t('mine.save')}
            </Button>
          </div>
        </Form>
        <Form method="post" className="pt-6">
          <input type="hidden" name="searchId" value={id} />
          <Button name="intent" value="delete" look="danger" wide aria-label={t('mine.deleteOf', { name })}>
            {t('mine.delete')}
          </Button>
        </Form>
      </details>
    </div>
  )
}
