import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { milestoneState } from '~/features/programme/model/experiment'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { seenExperiment } from '~/http/seen-experiment.server'
import { translator } from '~/messages/catalogue'
import { programmeExperiment } from '~/messages/programme-experiment'

/** The milestones of an experiment. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dossier, view } = await seenExperiment(request, params.dossierId)
  const t = translator(await localeOf(request), programmeExperiment)
  const today = isoDayOf(nowMs())
  const body = toCsv(
    [
      { header: t('milestones.label'), cell: ({ label }) => label },
      { header: t('milestones.dueOn'), cell: ({ dueOn }) => dueOn },
      { header: t('milestones.doneOn'), cell: ({ doneOn }) => doneOn },
      {
        header: t('milestones.state'),
        cell: (milestone) => t(`milestones.${milestoneState(milestone, today)}`),
      },
    ],
    view.milestones,
  )
  return download(body, `${t('milestones.file')}-${dossier.communeCode}.csv`, 'text/csv')
}
