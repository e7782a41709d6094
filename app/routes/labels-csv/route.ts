import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { listBatches } from '~/features/labels/queries.server'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { labels } from '~/messages/labels'

/** The printings of blank labels of one's organisation with how many are claimed. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'lot:manage')
  const t = translator(await localeOf(request), labels)
  const body = toCsv(
    [
      { header: t('blanks.printed'), cell: ({ createdAtMs }) => isoDayOf(createdAtMs) },
      { header: t('blanks.total'), cell: ({ count }) => count },
      { header: t('blanks.claimed'), cell: ({ claimed }) => claimed },
      { header: t('blanks.left'), cell: ({ count, claimed }) => count - claimed },
    ],
    await listBatches(actor.organisationId),
  )
  return download(body, `${t('blanks.csvFile')}.csv`, 'text/csv')
}
