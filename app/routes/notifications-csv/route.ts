import type { LoaderFunctionArgs } from '@remix-run/node'
import { formatter } from '~/core/format'
import { listNotifications } from '~/features/notifications/queries.server'
import { sentenceOf } from '~/features/notifications/ui/sentence'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { notifications } from '~/messages/notifications'

/** The newest that one export holds. */
const MAX_ROWS = 10_000

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const locale = await localeOf(request)
  const t = translator(locale, notifications)
  const { instant } = formatter(locale)
  const rows = await listNotifications(actor.userId, { unreadOnly: false, limit: MAX_ROWS })
  const csv = toCsv(
    [
      { header: t('csv.at'), cell: ({ createdAtMs }) => instant(createdAtMs) },
      { header: t('csv.text'), cell: (row) => sentenceOf(t, row) },
      { header: t('csv.page'), cell: ({ path }) => path },
      { header: t('csv.read'), cell: ({ readAtMs }) => (readAtMs === null ? null : instant(readAtMs)) },
    ],
    rows,
  )
  return download(csv, 'gisement-notifications.csv', 'text/csv')
}
