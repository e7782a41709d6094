import type { LoaderFunctionArgs } from '@remix-run/node'
import { listCommunes } from '~/features/communes/queries.server'
import { isShort, shareOf } from '~/features/matching/model/plan/plan'
import { findLatestPlan } from '~/features/matching/queries/plans.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { plan as planTexts } from '~/messages/plan'

/** What the newest plan serves of the needs of each commune. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'plan:read')
  const [plan, communes] = await Promise.all([findLatestPlan(), listCommunes()])
  const names = new Map(communes.map(({ code, name }) => [code, name]))
  const t = translator(await localeOf(request), planTexts)
  const csv = toCsv(
    [
      { header: t('csv.code'), cell: ({ communeCode }) => communeCode },
      { header: t('commune'), cell: ({ communeCode }) => names.get(communeCode) ?? null },
      { header: t('csv.needs'), cell: ({ needs }) => needs },
      { header: t('needsServed'), cell: ({ served }) => served },
      { header: t('csv.unweighed'), cell: ({ unweighed }) => unweighed },
      { header: t('csv.wantedKg'), cell: ({ wantedG }) => wantedG / 1000 },
      { header: t('csv.servedKg'), cell: ({ servedG }) => servedG / 1000 },
      { header: t('csv.reachKg'), cell: ({ reachG }) => reachG / 1000 },
      { header: t('csv.sharePercent'), cell: (row) => percentOf(shareOf(row)) },
      { header: t('csv.netKg'), cell: ({ netG }) => netG / 1000 },
      { header: t('supply'), cell: (row) => t(isShort(row) ? 'short' : 'enough') },
    ],
    plan?.summary.coverage ?? [],
  )
  return download(csv, `${t('csv.coverageFile')}.csv`, 'text/csv')
}

function percentOf(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 10
}
