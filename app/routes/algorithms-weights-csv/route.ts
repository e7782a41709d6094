import type { LoaderFunctionArgs } from '@remix-run/node'
import { SCORE_PARTS } from '~/features/matching/model/weights'
import { readAlgorithmRegister } from '~/http/algorithm-register.server'
import type { AlgorithmRegister } from '~/http/algorithm-register-schema'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { algorithms } from '~/messages/algorithms'
import { translator } from '~/messages/catalogue'
import { matching } from '~/messages/matching'

type Version = AlgorithmRegister['algorithms'][0]['history'][number]

/** Weights that are or were in force, as the register shows them: shares of 1. */
export async function loader({ request }: LoaderFunctionArgs) {
  const locale = await localeOf(request)
  const t = translator(locale, algorithms)
  const tPart = translator(locale, matching)
  const { history } = (await readAlgorithmRegister()).algorithms[0]
  const columns: CsvColumn<Version>[] = [
    { header: t('matching.historyVersion'), cell: ({ version }) => version },
    { header: t('matching.historySince'), cell: ({ since }) => since ?? t('matching.historyShipped') },
    {
      header: t('matching.historyReason'),
      cell: ({ reason, isRestored }) => (isRestored ? t('matching.historyRestored') : reason),
    },
    ...SCORE_PARTS.map((key) => ({
      header: tPart(`part.${key}`),
      cell: ({ weights }: Version) => weights[key] ?? null,
    })),
  ]
  return download(toCsv(columns, history), `${t('matching.historyFile')}.csv`, 'text/csv')
}
