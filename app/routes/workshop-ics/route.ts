import type { LoaderFunctionArgs } from '@remix-run/node'
import { findWorkshop } from '~/features/programme/queries/workshops.server'
import { localeOf } from '~/http/locale.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { download, orNotFound } from '~/http/replies.server'
import { workshopCalendar } from '~/http/workshop-calendar.server'
import { translator } from '~/messages/catalogue'
import { programmeWorkshops } from '~/messages/programme-workshops'

/** One workshop for a calendar. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const workshop = orNotFound(await findWorkshop(params.workshopId ?? ''))
  const t = translator(await localeOf(request), programmeWorkshops)
  const body = workshopCalendar([workshop], publicUrl())
  return download(body, `${t('file')}-${workshop.onDay}.ics`, 'text/calendar')
}
