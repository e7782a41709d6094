import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths, safeRedirect } from '~/core/paths'
import { readNotifications } from '~/features/notifications/commands/read-notifications.server'
import {
  countNotifications,
  findNotificationPath,
  listNotifications,
} from '~/features/notifications/queries.server'
import { readSchema } from '~/features/notifications/schema'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { notifications } from '~/messages/notifications'
import { Button, ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { NotificationDays } from './notification-days'

export const meta: MetaFunction = pageTitle(notifications, 'title')

const PAGE_SIZE = 30

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const query = new URL(request.url).searchParams
  const unreadOnly = query.get('vue') !== 'toutes'
  const [unread, total] = await Promise.all([
    countNotifications(actor.userId, true),
    countNotifications(actor.userId, unreadOnly),
  ])
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page')) || 1)))
  const offset = (page - 1) * PAGE_SIZE
  const items = await listNotifications(actor.userId, { unreadOnly, limit: PAGE_SIZE, offset })
  return { unreadOnly, unread, page, pages, items, today: isoDayOf(nowMs()) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, readSchema)
  if (!form.ok) return form.reply
  if (form.value.intent === 'read-all') {
    await readNotifications(actor)
    return data({ result: null })
  }
  const target = orNotFound(await findNotificationPath(actor.userId, form.value.id))
  await readNotifications(actor, form.value.id)
  if (form.value.intent === 'open') return redirect(safeRedirect(target, paths.notifications()))
  return data({ result: null })
}

export default function Notifications() {
  const t = useT(notifications)
  const { unreadOnly, unread, page, pages, items, today } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-3xl">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex flex-col gap-6">
        <nav aria-label={t('filter')} className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Link
            to={paths.notifications()}
            aria-current={unreadOnly ? 'page' : undefined}
            className="nav-link"
          >
            {t('unread', { count: unread })}
          </Link>
          <Link
            to={paths.notifications(true)}
            aria-current={unreadOnly ? undefined : 'page'}
            className="nav-link"
          >
            {t('all')}
          </Link>
          <Link to={paths.notificationPreferences()} className="inline-flex min-h-11 items-center">
            {t('choose')}
          </Link>
        </nav>
        {unread > 0 && (
          <Form method="post">
            <Button look="secondary" small name="intent" value="read-all">
              {t('readAll')}
            </Button>
          </Form>
        )}
        {items.length === 0 ? (
          <EmptyState
            title={t('none.title')}
            actions={<ButtonLink to={paths.dashboard()}>{t('none.act')}</ButtonLink>}
          >
            {t('none.text')}
          </EmptyState>
        ) : (
          <NotificationDays items={items} today={today} />
        )}
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(n) => `${paths.notifications()}?vue=${unreadOnly ? 'nonlues' : 'toutes'}&page=${n}`}
        />
        <CsvLink href={paths.notificationsCsv()} />
      </div>
    </div>
  )
}
