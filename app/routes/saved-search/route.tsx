import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { addDays, isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { actOnSearch } from '~/features/alerts/commands/act-on-search.server'
import { describeSearch } from '~/features/alerts/describe-search.server'
import { searchNow } from '~/features/alerts/found-items.server'
import { searchPath } from '~/features/alerts/model/saved-search'
import { actSchema } from '~/features/alerts/schema'
import { ReplyErrors } from '~/features/alerts/ui/reply-errors'
import { SearchActs } from '~/features/alerts/ui/search-card'
import { SearchFilters } from '~/features/alerts/ui/search-filters'
import { requireActor } from '~/http/actor.server'
import { foundRowsOf, ownSearch } from '~/http/found-rows.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { alerts } from '~/messages/alerts'
import { materials } from '~/messages/materials'
import { Badge } from '~/ui/badge'
import { Button, ButtonLink } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction<typeof loader> = (args) =>
  args.data ? [{ title: `${args.data.search.name} – Gisement` }] : pageTitle(alerts, 'mine.title')(args)

const MOST_LISTED = 100
const DONE = ['gardee', 'change', 'pause', 'resume', 'seen'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'alert:manage')
  const search = await ownSearch(actor, params.searchId ?? '')
  const [{ filters }, rows, now] = await Promise.all([
    describeSearch(search.subject, new URLSearchParams(search.query), await localeOf(request)),
    foundRowsOf(search, MOST_LISTED),
    searchNow(search, 1),
  ])
  const done = new URL(request.url).searchParams.get('fait')
  return {
    search,
    filters,
    rows: rows.map((row) => ({ ...row, isFresh: row.foundAtMs > search.seenAtMs })),
    total: now.total,
    keptOn: isoDayOf(search.createdAtMs),
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'alert:manage')
  const { id } = await ownSearch(actor, params.searchId ?? '')
  const form = await parseForm(request, actSchema)
  if (!form.ok) return form.reply
  const act = { ...form.value, searchId: id }
  const done = await actOnSearch({ kind: 'user', id: actor.userId }, act)
  if (!done.ok) return form.refuse(done.error)
  return redirect(act.intent === 'delete' ? paths.savedSearches('delete') : paths.savedSearch(id, act.intent))
}

export default function SavedSearchPage() {
  const t = useT(alerts)
  const format = useFormat()
  const { search, filters, rows, total, keptOn, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const columns = useColumns()
  const pace = search.pausedAtMs === null ? t(`pace.${search.pace}`) : t('mine.paused')
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={search.name}
        lead={t('one.since', { day: format.dayLong(keptOn), pace })}
        back={{ to: paths.savedSearches(), label: t('one.back') }}
      />
      <ReplyErrors result={reply?.result} />
      {done && !reply && <Notice tone="success" live title={t(`done.${done}`)} />}
      <SearchFilters subject={search.subject} filters={filters} />
      {rows.length === 0 ? (
        <EmptyState title={t('one.none')}>{t('one.noneText', { count: total })}</EmptyState>
      ) : (
        <>
          <p>{t('one.nowText', { count: total })}</p>
          {rows.some(({ isFresh }) => isFresh) && (
            <Form method="post">
              <input type="hidden" name="searchId" value={search.id} />
              <Button name="intent" value="seen" look="secondary" wide>
                {t('one.seen')}
              </Button>
            </Form>
          )}
          {rows.length === MOST_LISTED && (
            <p className="text-muted">{t('one.most', { count: MOST_LISTED })}</p>
          )}
          <DataTable
            caption={t('one.caption')}
            rows={rows}
            rowKey={({ id }) => id}
            csvHref={paths.savedSearchCsv(search.id)}
            columns={columns}
          />
        </>
      )}
      <SearchActs search={search}>
        <ButtonLink to={searchPath(search)} wide>
          {t('mine.now')}
        </ButtonLink>
      </SearchActs>
    </div>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function useColumns(): Column<Row>[] {
  const t = useT(alerts)
  const tMaterial = useT(materials)
  const format = useFormat()
  return [
    {
      key: 'what',
      header: t('one.what'),
      rowHeader: true,
      cell: ({ item, path, isFresh }) => (
        <span className="flex flex-wrap items-center gap-2">
          {item ? (
            <Link to={path} className="inline-flex min-h-11 items-center">
              {item.title}
            </Link>
          ) : (
            t('one.goneItem')
          )}
          {isFresh && <Badge tone="success">{t('one.fresh')}</Badge>}
        </span>
      ),
    },
    {
      key: 'material',
      header: t('one.material'),
      cell: ({ item }) => (item ? tMaterial(`type.${item.material}.name`) : '–'),
    },
    {
      key: 'quantity',
      header: t('one.quantity'),
      figure: true,
      cell: ({ item }) => (item ? format.quantity(item.milli, item.unit) : '–'),
    },
    { key: 'commune', header: t('one.commune'), cell: ({ item }) => item?.communeName ?? '–' },
    {
      key: 'until',
      header: t('one.until'),
      figure: true,
      cell: ({ item }) => (item ? format.day(addDays(item.until, -1)) : '–'),
    },
    {
      key: 'found',
      header: t('one.foundOn'),
      figure: true,
      cell: ({ foundAtMs }) => format.day(isoDayOf(foundAtMs)),
    },
  ]
}
