import type { LoaderFunctionArgs } from '@remix-run/node'
import { listDecisions } from '~/features/attribution/queries/decisions.server'
import { answersSearchSchema, filterOfAnswers } from '~/features/attribution/schema'
import { requireAdministration } from '~/http/administration.server'
import { answerColumns } from '~/http/answer-columns.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { publicRules } from '~/messages/public-rules'

/** Every answer that the same filter shows, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'attribution:audit')
  const { montrer } = parseSearch(request, answersSearchSchema)
  const locale = await localeOf(request)
  const body = toCsv(answerColumns(locale), await listDecisions(filterOfAnswers(montrer)))
  return download(body, `${translator(locale, publicRules)('decisions.csvFile')}.csv`, 'text/csv')
}
