import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { programmeExperiment } from '~/messages/programme-experiment'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { Dossier } from '../model/dossier'
import type { ExperimentFigures } from '../model/experiment'
import { targetResults } from '../model/report'
import { figureRows, periodHead, targetText } from '../figure-rows'

/** The indicators of an experiment beside as many days before it, and its targets beside what was found. */
export function Figures({
  dossier,
  figures,
  isFrozen,
}: {
  dossier: Dossier
  figures: ExperimentFigures
  isFrozen: boolean
}) {
  const t = useT(programmeExperiment)
  const format = useFormat()
  const targets = targetResults(dossier, figures.during)
  return (
    <section aria-labelledby="figures" className="flex min-w-0 flex-col gap-4">
      <h2 id="figures" className="text-2xl">
        {t('figures.title')}
      </h2>
      <p className="prose-width">{isFrozen ? t('figures.frozen') : t('figures.lead')}</p>
      <DataTable
        caption={t('figures.title')}
        hideCaption
        rows={figureRows(figures, t, format)}
        rowKey={({ key }) => key}
        csvHref={paths.experimentFiguresCsv(dossier.id)}
        columns={[
          { key: 'label', header: t('figures.indicator'), rowHeader: true, cell: ({ label }) => label },
          {
            key: 'before',
            header: periodHead(t('figures.before'), figures.before, t, format),
            figure: true,
            cell: ({ before }) => before,
          },
          {
            key: 'during',
            header: periodHead(t('figures.during'), figures.during, t, format),
            figure: true,
            cell: ({ during }) => during,
          },
        ]}
      />
      <p className="prose-width text-muted">{t('figures.caveat')}</p>
      {targets.length > 0 && (
        <DataTable
          caption={t('targets.title')}
          rows={targets}
          rowKey={({ kind }) => kind}
          columns={[
            {
              key: 'kind',
              header: t('targets.title'),
              rowHeader: true,
              cell: ({ kind }) => t(`targets.${kind}`),
            },
            {
              key: 'target',
              header: t('targets.target'),
              figure: true,
              cell: ({ kind, target }) => targetText(kind, target, t, format),
            },
            {
              key: 'reached',
              header: t('targets.reached'),
              figure: true,
              cell: ({ kind, reached }) => targetText(kind, reached, t, format),
            },
            {
              key: 'answer',
              header: t('targets.answer'),
              cell: ({ isReached }) =>
                isReached === null ? t('targets.unknown') : t(isReached ? 'targets.yes' : 'targets.no'),
            },
          ]}
        />
      )}
      <p data-screen-only>
        <Link to={paths.communeHandovers(dossier.communeCode)} className="inline-flex min-h-11 items-center">
          {t('figures.follow')}
        </Link>
      </p>
    </section>
  )
}
