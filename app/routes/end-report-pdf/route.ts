import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { foldText } from '~/core/fold'
import { endReportPdf } from '~/features/documents/end-report-paper.server'
import { localeOf } from '~/http/locale.server'
import { documentReply, orNotFound } from '~/http/replies.server'
import { seenExperiment } from '~/http/seen-experiment.server'
import { translator } from '~/messages/catalogue'
import { programmeExperiment } from '~/messages/programme-experiment'

/** The end report of an experiment on paper. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dossier, view } = await seenExperiment(request, params.dossierId)
  orNotFound(dossier.startedOn)
  const locale = await localeOf(request)
  const commune = foldText(dossier.communeName).replaceAll(' ', '-')
  const name = translator(locale, programmeExperiment)('end.file', { commune })
  const sheet = { dossier, view, locale, nowMs: nowMs() }
  return documentReply(await endReportPdf(sheet), `${name}.pdf`, 'application/pdf')
}
