import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { shareCalendar } from '~/features/alerts/commands/share-calendar.server'
import { listDeadlines } from '~/features/alerts/list-deadlines.server'
import { findCalendarOf } from '~/features/alerts/queries/calendar-links.server'
import { calendarSchema } from '~/features/alerts/schema'
import { requireActor } from '~/http/actor.server'
import { calendarUrl } from '~/http/calendar-url.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { deadlines as texts } from '~/messages/deadlines'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { CalendarPanel } from './calendar-panel'

export const meta: MetaFunction = pageTitle(texts, 'title')

const DONE = ['make', 'renew', 'end'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'calendar:manage')
  const [listed, calendarId] = await Promise.all([
    listDeadlines(actor.organisationId),
    findCalendarOf(actor.userId, actor.organisationId),
  ])
  const done = new URL(request.url).searchParams.get('fait')
  return {
    listed,
    today: isoDayOf(nowMs()),
    calendarUrl: calendarId && calendarUrl(calendarId),
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'calendar:manage')
  const form = await parseForm(request, calendarSchema)
  if (!form.ok) return form.reply
  const done = await shareCalendar(actor, form.value.intent)
  if (!done.ok) return form.refuse(done.error)
  return redirect(paths.deadlines(form.value.intent))
}

export default function Deadlines() {
  const t = useT(texts)
  const { listed, calendarUrl: url, done } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink to={paths.reservations()} look="secondary" wide>
              {t('toReservations')}
            </ButtonLink>
            <ButtonLink to={paths.savedSearches()} look="secondary" wide>
              {t('toSearches')}
            </ButtonLink>
          </>
        }
      />
      {done && <Notice tone="success" live title={t(`done.${done}`)} />}
      {listed.length === 0 ? (
        <EmptyState title={t('none')} actions={<ButtonLink to={paths.lots()}>{t('toLots')}</ButtonLink>}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <List />
      )}
      <CalendarPanel url={url} />
    </div>
  )
}

function List() {
  const t = useT(texts)
  const format = useFormat()
  const { listed, today } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={t('caption')}
      rows={listed}
      rowKey={({ id }) => id}
      csvHref={paths.deadlinesCsv()}
      columns={[
        {
          key: 'on',
          header: t('on'),
          cell: ({ on, part }) =>
            [`${format.day(on)} (${format.relativeDay(on, today)})`, part && t(`part.${part}`)]
              .filter(Boolean)
              .join(', '),
        },
        { key: 'kind', header: t('kind.label'), cell: ({ kind }) => t(`kind.${kind}`) },
        {
          key: 'what',
          header: t('what'),
          rowHeader: true,
          cell: ({ title, path }) => <Link to={path}>{title}</Link>,
        },
        { key: 'who', header: t('who'), cell: ({ who }) => who ?? '–' },
        { key: 'commune', header: t('commune'), cell: ({ commune }) => commune },
      ]}
    />
  )
}
