import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { searchPath } from '~/features/alerts/model/saved-search'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { listedSearchesOf } from '~/http/listed-searches.server'
import { localeOf } from '~/http/locale.server'
import { publicUrlOf } from '~/http/lot-page-url.server'
import { download } from '~/http/replies.server'
import { alerts } from '~/messages/alerts'
import { translator } from '~/messages/catalogue'

/** The person's searches with what each found. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'alert:manage')
  const locale = await localeOf(request)
  const t = translator(locale, alerts)
  const body = toCsv(
    [
      { header: t('name'), cell: ({ name }) => name },
      { header: t('csv.subject'), cell: ({ subject }) => t(`subject.${subject}`) },
      { header: t('csv.filters'), cell: ({ filters }) => filters.join(' ; ') },
      { header: t('csv.pace'), cell: ({ pace }) => t(`pace.${pace}`) },
      { header: t('csv.paused'), cell: ({ pausedAtMs }) => pausedAtMs && isoDayOf(pausedAtMs) },
      { header: t('csv.created'), cell: ({ createdAtMs }) => isoDayOf(createdAtMs) },
      { header: t('csv.all'), cell: ({ found }) => found.all },
      { header: t('csv.fresh'), cell: ({ found }) => found.fresh },
      { header: t('csv.address'), cell: (search) => publicUrlOf(searchPath(search)) },
    ],
    await listedSearchesOf({ kind: 'user', id: actor.userId }, locale),
  )
  return download(body, `${t('csv.file')}.csv`, 'text/csv')
}
