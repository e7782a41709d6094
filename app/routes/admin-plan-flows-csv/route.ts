import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { planSearchSchema } from '~/features/administration/schema'
import { listCommunes } from '~/features/communes/queries.server'
import { listFlowsOfPlan } from '~/features/matching/queries/plan-parts.server'
import { findLatestPlan } from '~/features/matching/queries/plans.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { plan as planTexts } from '~/messages/plan'

/** From where to where the shown pairs of the newest plan go: every way, drawn or not. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'plan:read')
  const filter = parseSearch(request, planSearchSchema)
  const [plan, communes] = await Promise.all([findLatestPlan(), listCommunes()])
  const asked = { filter, today: isoDayOf(nowMs()) }
  const flows = plan ? await listFlowsOfPlan({ planId: plan.id, ...asked }) : []
  const names = new Map(communes.map(({ code, name }) => [code, name]))
  const t = translator(await localeOf(request), planTexts)
  const csv = toCsv(
    [
      { header: t('csv.lotCode'), cell: ({ fromCode }) => fromCode },
      { header: t('csv.lotCommune'), cell: ({ fromCode }) => names.get(fromCode) ?? null },
      { header: t('csv.needCode'), cell: ({ toCode }) => toCode },
      { header: t('csv.needCommune'), cell: ({ toCode }) => names.get(toCode) ?? null },
      { header: t('flowPairs'), cell: ({ pairs }) => pairs },
      { header: t('csv.massKg'), cell: ({ massG }) => massG / 1000 },
      { header: t('csv.netKg'), cell: ({ netG }) => netG / 1000 },
    ],
    flows,
  )
  return download(csv, `${t('csv.flowsFile')}.csv`, 'text/csv')
}
