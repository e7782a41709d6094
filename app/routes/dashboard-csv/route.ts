import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { acts } from '~/messages/acts'
import { translator } from '~/messages/catalogue'
import { sentenceOfAct } from '~/root/act-sentence'
import { listActs } from '~/root/list-acts.server'

/** What waits for the person who asks. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const locale = await localeOf(request)
  const t = translator(locale, acts)
  const today = isoDayOf(nowMs())
  const csv = toCsv(
    [
      { header: t('csv.due'), cell: ({ due }) => due },
      { header: t('csv.act'), cell: (act) => sentenceOfAct(t, formatter(locale), act, today) },
      { header: t('csv.page'), cell: ({ path }) => path },
    ],
    await listActs(actor),
  )
  return download(csv, 'gisement-a-faire.csv', 'text/csv')
}
