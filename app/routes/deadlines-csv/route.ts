import type { LoaderFunctionArgs } from '@remix-run/node'
import { listDeadlines } from '~/features/alerts/list-deadlines.server'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { publicUrlOf } from '~/http/lot-page-url.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { deadlines } from '~/messages/deadlines'

/** The dates of one's organisation from today on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'calendar:manage')
  const t = translator(await localeOf(request), deadlines)
  const body = toCsv(
    [
      { header: t('on'), cell: ({ on }) => on },
      { header: t('kind.label'), cell: ({ kind }) => t(`kind.${kind}`) },
      { header: t('what'), cell: ({ title }) => title },
      { header: t('who'), cell: ({ who }) => who },
      { header: t('commune'), cell: ({ commune }) => commune },
      { header: t('csv.address'), cell: ({ path }) => publicUrlOf(path) },
    ],
    await listDeadlines(actor.organisationId),
  )
  return download(body, `${t('csv.file')}.csv`, 'text/csv')
}
