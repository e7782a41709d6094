import type { LoaderFunctionArgs } from '@remix-run/node'
import { listWorkshops } from '~/features/programme/queries/workshops.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { programmeWorkshops } from '~/messages/programme-workshops'

/** Every workshop, by day. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translator(await localeOf(request), programmeWorkshops)
  const body = toCsv(
    [
      { header: t('name'), cell: ({ title }) => title },
      { header: t('day'), cell: ({ onDay }) => onDay },
      { header: t('form.from'), cell: ({ fromHour }) => fromHour },
      { header: t('form.until'), cell: ({ untilHour }) => untilHour },
      { header: t('place'), cell: ({ place }) => place },
      { header: t('audience'), cell: ({ audience }) => t(`audienceOf.${audience}`) },
      { header: t('places'), cell: ({ places }) => places },
      { header: t('register.all'), cell: ({ taken }) => taken },
      { header: t('cancelled'), cell: ({ isCancelled }) => (isCancelled ? t('cancelled') : '') },
    ],
    await listWorkshops(),
  )
  return download(body, `${t('file')}.csv`, 'text/csv')
}
