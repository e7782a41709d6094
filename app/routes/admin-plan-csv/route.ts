import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { MILLI } from '~/core/units'
import { planSearchSchema } from '~/features/administration/schema'
import { eachPartsPage, type PlanPartView } from '~/features/matching/queries/plan-parts.server'
import { findLatestPlan } from '~/features/matching/queries/plans.server'
import { requireAdministration } from '~/http/administration.server'
import { csvPages, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { parseSearch } from '~/http/parse-search.server'
import { downloadStream } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import { plan as planTexts } from '~/messages/plan'

/** Every pair of the newest plan that the same filters show, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'plan:read')
  const filter = parseSearch(request, planSearchSchema)
  const [plan, locale] = await Promise.all([findLatestPlan(), localeOf(request)])
  const pages = plan ? eachPartsPage({ planId: plan.id, filter, today: isoDayOf(nowMs()) }) : noParts()
  return downloadStream(
    csvPages(columnsIn(locale, publicUrl()), pages),
    `${translator(locale, planTexts)('csv.file')}.csv`,
    'text/csv; charset=utf-8',
  )
}

async function* noParts(): AsyncGenerator<PlanPartView[], void, undefined> {}

function columnsIn(locale: Locale, origin: string): CsvColumn<PlanPartView>[] {
  const t = translator(locale, planTexts)
  const tMaterial = translator(locale, materials)
  const format = formatter(locale)
  const kg = (grams: number | null) => (grams === null ? null : grams / 1000)
  return [
    { header: t('decideBefore'), cell: ({ criticalOn }) => criticalOn },
    { header: t('csv.reference'), cell: ({ lotReference }) => lotReference },
    { header: t('csv.lotTitle'), cell: ({ lotTitle }) => lotTitle },
    { header: t('material'), cell: ({ material }) => tMaterial(`type.${material}.name`) },
    { header: t('csv.giver'), cell: ({ giverName }) => giverName },
    { header: t('csv.lotCommune'), cell: ({ lotCommuneName }) => lotCommuneName },
    { header: t('csv.needTitle'), cell: ({ needTitle }) => needTitle },
    { header: t('csv.taker'), cell: ({ takerName }) => takerName },
    { header: t('csv.needCommune'), cell: ({ needCommuneName }) => needCommuneName },
    { header: t('quantity'), cell: ({ quantityMilli }) => quantityMilli / MILLI },
    { header: t('csv.unit'), cell: ({ lotUnit }) => format.unit(lotUnit === 't' ? 'kg' : lotUnit) },
    { header: t('csv.massKg'), cell: ({ massG }) => kg(massG) },
    { header: t('csv.netKg'), cell: ({ netG }) => kg(netG) },
    { header: t('score'), cell: ({ scoreCenti }) => scoreCenti / 100 },
    { header: t('csv.link'), cell: ({ lotId }) => origin + paths.lot(lotId) },
    { header: t('csv.needLink'), cell: ({ needId }) => origin + paths.need(needId) },
  ]
}
