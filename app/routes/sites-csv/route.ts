import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { readLineFunnels } from '~/features/accounting/funnel.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { filterSites } from '~/features/sites/model/site-filter'
import { siteFilterSchema } from '~/features/sites/schema'
import { findInventory, findSite, listOwnSites } from '~/features/sites/queries.server'
import { requireActor, requireRight } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { parseSearch } from '~/http/parse-search.server'
import { localeOf } from '~/http/locale.server'
import { download, orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { inventory as texts } from '~/messages/inventory'
import { materials } from '~/messages/materials'
import { siteForm } from '~/messages/site-form'
import { sites } from '~/messages/sites'
import type { Locale } from '~/core/locale'

/** The sites of the organisation; with `chantier`, the inventory of that site. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'site:read')
  const locale = await localeOf(request)
  const siteId = new URL(request.url).searchParams.get('chantier')
  if (siteId) return inventoryCsv(actor, siteId, locale)
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

async function inventoryCsv(actor: Actor, siteId: string, locale: Locale) {
  const site = orNotFound(await findSite(siteId))
  requireRight(actor, 'site:read', { ownerOrganisationIds: [site.organisationId] })
  const inventory = orNotFound(await findInventory(site.id))
  const funnels = await readLineFunnels(site.id)
  const t = translator(locale, sites)
  const tInventory = translator(locale, texts)
  const tMaterial = translator(locale, materials)
  const body = toCsv(
    [
      { header: t('csv.name'), cell: () => site.name },
      { header: t('csv.diagnostic'), cell: () => t(`inventory.kind.${inventory.kind}`) },
      { header: tInventory('csv.surveyedOn'), cell: () => inventory.surveyedOn },
      { header: tInventory('csv.surveyor'), cell: () => inventory.surveyor },
      { header: t('inventory.column.product'), cell: (line) => line.product },
      { header: t('inventory.column.material'), cell: (line) => tMaterial(`type.${line.material}.name`) },
      { header: t('inventory.column.quantity'), cell: (line) => line.quantityMilli / 1000 },
      { header: t('csv.unit'), cell: (line) => line.unit },
      { header: t('csv.massKg'), cell: (line) => line.massG / 1000 },
      {
        header: tInventory('csv.estimated'),
        cell: (line) => tInventory(line.massEstimated ? 'csv.yes' : 'csv.no'),
      },
      { header: t('csv.reusableKg'), cell: (line) => line.reusableMassG / 1000 },
      { header: tInventory('csv.lots'), cell: (line) => funnels.get(line.id)?.lots ?? 0 },
      {
        header: tInventory('csv.publishedKg'),
        cell: (line) => (funnels.get(line.id)?.publishedG ?? 0) / 1000,
      },
      {
        header: tInventory('csv.handedOverKg'),
        cell: (line) => (funnels.get(line.id)?.handedOverG ?? 0) / 1000,
      },
    ],
    inventory.lines,
  )
  return download(body, 'inventaire.csv', 'text/csv')
}
