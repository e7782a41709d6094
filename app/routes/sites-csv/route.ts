import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { filterSites } from '~/features/sites/model/site-filter'
import { siteFilterSchema } from '~/features/sites/schema'
import { listOwnSites } from '~/features/sites/queries.server'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { parseSearch } from '~/http/parse-search.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { siteForm } from '~/messages/site-form'
import { sites } from '~/messages/sites'

/** The sites of the organisation. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'site:read')
  const locale = await localeOf(request)
  const t = translator(locale, sites)
  const tForm = translator(locale, siteForm)
  const filter = parseSearch(request, siteFilterSchema)
  const body = toCsv(
    [
      { header: t('csv.name'), cell: (site) => site.name },
      { header: t('csv.kind'), cell: (site) => t(`kind.${site.kind}`) },
      { header: t('csv.code'), cell: (site) => site.communeCode },
      { header: t('csv.commune'), cell: (site) => site.communeName },
      { header: t('csv.address'), cell: (site) => site.address },
      { header: tForm('csv.lat'), cell: (site) => site.lat },
      { header: tForm('csv.lon'), cell: (site) => site.lon },
      { header: tForm('access'), cell: (site) => site.access },
      { header: tForm('contactName'), cell: (site) => site.contactName },
      { header: tForm('contactPhone'), cell: (site) => site.contactPhone },
      { header: t('csv.startsOn'), cell: (site) => site.startsOn },
      { header: t('csv.endsOn'), cell: (site) => site.endsOn },
    ],
    filterSites(await listOwnSites(actor.organisationId), filter, isoDayOf(nowMs())),
  )
  return download(body, 'chantiers.csv', 'text/csv')
}
