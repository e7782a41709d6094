import type { LoaderFunctionArgs } from '@remix-run/node'
import { listDecisionsOfLot } from '~/features/attribution/queries/decisions.server'
import { answerColumns } from '~/http/answer-columns.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { requireOwnLot } from '~/http/own-lot.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { publicRules } from '~/messages/public-rules'

/** The answers given to requests for one's own lot. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { lot } = await requireOwnLot(request, params.lotId)
  const locale = await localeOf(request)
  const t = translator(locale, publicRules)
  const body = toCsv(answerColumns(locale), await listDecisionsOfLot(lot.id))
  return download(body, `${t('decisions.csvFile')}-${lot.reference}.csv`, 'text/csv')
}
