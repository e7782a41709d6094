import type { LoaderFunctionArgs } from '@remix-run/node'
import { listWorkshops } from '~/features/programme/queries/workshops.server'
import { localeOf } from '~/http/locale.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { download } from '~/http/replies.server'
import { workshopCalendar } from '~/http/workshop-calendar.server'
import { translator } from '~/messages/catalogue'
import { programmeWorkshops } from '~/messages/programme-workshops'

/** The workshops as a calendar to follow. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translator(await localeOf(request), programmeWorkshops)
  const body = workshopCalendar(await listWorkshops(), publicUrl(), t('title'))
  return download(body, `${t('file')}.ics`, 'text/calendar')
}
