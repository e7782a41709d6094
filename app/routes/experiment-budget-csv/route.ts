import type { LoaderFunctionArgs } from '@remix-run/node'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { seenExperiment } from '~/http/seen-experiment.server'
import { translator } from '~/messages/catalogue'
import { programmeExperiment } from '~/messages/programme-experiment'

/** The budget of an experiment, in euros. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dossier, view } = await seenExperiment(request, params.dossierId)
  const t = translator(await localeOf(request), programmeExperiment)
  const body = toCsv(
    [
      { header: t('budget.label'), cell: ({ label }) => label },
      { header: `${t('budget.planned')} (€)`, cell: ({ plannedCents }) => plannedCents / 100 },
      { header: `${t('budget.committed')} (€)`, cell: ({ committedCents }) => committedCents / 100 },
      { header: `${t('budget.spent')} (€)`, cell: ({ spentCents }) => spentCents / 100 },
    ],
    view.budget,
  )
  return download(body, `${t('budget.file')}-${dossier.communeCode}.csv`, 'text/csv')
}
