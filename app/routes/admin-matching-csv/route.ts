import type { LoaderFunctionArgs } from '@remix-run/node'
import { percentsOf } from '~/features/matching/model/weight-percents'
import { SCORE_PARTS } from '~/features/matching/model/weights'
import { listWeightVersions } from '~/features/matching/queries/weights.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { matching } from '~/messages/matching'
import { matchWeights } from '~/messages/match-weights'

type Version = Awaited<ReturnType<typeof listWeightVersions>>[number]

/** Every version of the weights, the newest first, with who set it and why. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'matching:manage')
  const locale = await localeOf(request)
  const t = translator(locale, matchWeights)
  const tPart = translator(locale, matching)
  const columns: CsvColumn<Version>[] = [
    { header: t('history.version'), cell: ({ version }) => version },
    {
      header: t('history.since'),
      cell: ({ setAtMs }) => (setAtMs === null ? t('history.shipped') : new Date(setAtMs).toISOString()),
    },
    { header: t('history.by'), cell: ({ setBy }) => setBy },
    {
      header: t('history.reason'),
      cell: ({ reason, isRestored }) => (isRestored ? t('history.restored') : reason),
    },
    ...SCORE_PARTS.map((key) => ({
      header: t('history.part', { part: tPart(`part.${key}`) }),
      cell: ({ of }: Version) => percentsOf(of)[key] / 100,
    })),
  ]
  return download(toCsv(columns, await listWeightVersions()), `${t('history.csvFile')}.csv`, 'text/csv')
}
