import { paths } from '~/core/paths'
import { healthTexts } from '~/messages/health'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { KindState } from '../model/queue'
import { verdictOf, type Vital } from '../model/vitals'
import { useJobName } from './failed-jobs'

type PageVital = { page: string; metric: Vital; told: number; p75: number; p95: number }

const MINUTE_MS = 60_000
const TONES = { good: 'success', middling: 'warning', poor: 'danger' } as const

/** What waits, runs and failed, by kind of job. */
export function JobsByKind({ queue }: { queue: readonly KindState[] }) {
  const t = useT(healthTexts)
  const format = useFormat()
  const nameOf = useJobName()
  return (
    <section id="jobs">
      <DataTable
        dense
        caption={t('jobs')}
        rows={queue}
        rowKey={({ kind }) => kind}
        csvHref={paths.teamListCsv('taches')}
        empty={t('noJobs')}
        columns={[
          { key: 'kind', header: t('kind'), rowHeader: true, cell: ({ kind }) => nameOf(kind) },
          { key: 'waiting', header: t('waiting'), figure: true, cell: (row) => format.number(row.waiting) },
          { key: 'running', header: t('running'), figure: true, cell: (row) => format.number(row.running) },
          { key: 'dead', header: t('deadCount'), figure: true, cell: (row) => format.number(row.dead) },
          {
            key: 'oldest',
            header: t('oldest'),
            figure: true,
            cell: ({ oldestMs }) =>
              oldestMs === null ? '–' : format.number(Math.round(oldestMs / MINUTE_MS)),
          },
        ]}
      />
    </section>
  )
}

/** How fast pages were for their readers. */
export function SpeedTable({ vitals, sharePercent }: { vitals: readonly PageVital[]; sharePercent: number }) {
  const t = useT(healthTexts)
  const format = useFormat()
  const shown = (metric: Vital, value: number) =>
    metric === 'CLS' ? format.number(value, 3) : `${format.number(Math.round(value))} ms`
  return (
    <section aria-labelledby="speed-title" className="flex min-w-0 flex-col gap-3">
      <h2 id="speed-title">{t('speed')}</h2>
      <p className="prose-width">{t('speedText', { share: sharePercent })}</p>
      <DataTable
        dense
        hideCaption
        caption={t('speed')}
        rows={vitals}
        rowKey={({ page, metric }) => `${metric} ${page}`}
        csvHref={paths.vitalsCsv()}
        empty={t('speedNone')}
        columns={[
          {
            key: 'page',
            header: t('page'),
            rowHeader: true,
            cell: ({ page }) => <span className="wrap-anywhere">{page}</span>,
          },
          { key: 'metric', header: t('metric'), cell: ({ metric }) => metric },
          { key: 'told', header: t('told'), figure: true, cell: ({ told }) => format.number(told) },
          { key: 'p75', header: t('p75'), figure: true, cell: (row) => shown(row.metric, row.p75) },
          { key: 'p95', header: t('p95'), figure: true, cell: (row) => shown(row.metric, row.p95) },
          {
            key: 'verdict',
            header: t('verdict'),
            cell: ({ metric, p75 }) => {
              const verdict = verdictOf(metric, p75)
              return <Badge tone={TONES[verdict]}>{t(`verdictOf.${verdict}`)}</Badge>
            },
          },
        ]}
      />
    </section>
  )
}
