import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { placeStateOf, type Place } from '~/features/directory/model/place'
import { filterPlaces } from '~/features/directory/model/place-filter'
import { listPlaces } from '~/features/directory/queries.server'
import { placeListSearchSchema } from '~/features/directory/schema'
import { requireAdministration } from '~/http/administration.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { parseSearch } from '~/http/parse-search.server'
import { placeColumnsIn } from '~/http/place-columns.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { directory } from '~/messages/directory'
import { directoryForm } from '~/messages/directory-form'

/** Every entry that the same filters show, on all its pages, with where it stands. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const filter = parseSearch(request, placeListSearchSchema)
  const locale = await localeOf(request)
  const t = translator(locale, directory)
  const tForm = translator(locale, directoryForm)
  const today = isoDayOf(nowMs())
  const columns: CsvColumn<Place>[] = [
    { header: t('state'), cell: (place) => t(`stateOf.${placeStateOf(place, today)}`) },
    { header: tForm('admin.proposedBy'), cell: (place) => place.proposedByName },
    { header: tForm('admin.proposedOn'), cell: (place) => isoDayOf(place.createdAtMs) },
    { header: tForm('admin.reason'), cell: (place) => place.reason },
    ...placeColumnsIn<Place>(locale, publicUrl()),
  ]
  const body = toCsv(columns, filterPlaces(await listPlaces(), filter, today))
  return download(body, `${t('csvFile')}.csv`, 'text/csv')
}
