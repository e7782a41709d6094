import { paths } from '~/core/paths'
import { worstConfusions } from '~/features/classifier/model/worst-confusions'
import type { CalibrationBin, Confusion } from '~/features/classifier/model/model-card'
import { labelName } from '~/features/classifier/ui/label-name'
import { aiFigures } from '~/messages/ai-figures'
import { photoLabels } from '~/messages/photo-labels'
import { ConfusionGrid } from '~/ui/confusion-grid'
import { CsvLink, DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { ReliabilityChart } from '~/ui/reliability-chart'
import { Section } from './section'

const WORST = 6

/** What is taken for what: the worst in words, all of it as a picture, a table and a CSV. */
export function Confusions({ confusion }: { confusion?: Confusion }) {
  const t = useT(aiFigures)
  const tLabel = useT(photoLabels)
  if (!confusion) {
    return (
      <Section id="confusions" title={t('confusion.title')}>
        <p className="text-muted">{t('confusion.missing')}</p>
      </Section>
    )
  }
  const name = (label: string) => labelName(tLabel, label)
  const worst = worstConfusions(confusion, WORST).map(({ truth, answer, count, total }) =>
    t('confusion.worstLine', { truth: name(truth), answer: name(answer), count, total }),
  )
  return (
    <Section id="confusions" title={t('confusion.title')} lead={t('confusion.lead')}>
      <div>
        <h3>{t('confusion.worst')}</h3>
        <ul className="mt-2 grid list-disc gap-x-8 gap-y-1 pl-5 lg:grid-cols-2">
          {worst.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <figure className="flex min-w-0 flex-col gap-3">
        <figcaption className="font-display text-lg font-bold">{t('confusion.picture')}</figcaption>
        <div className="table-scroll p-2" role="region" aria-label={t('confusion.picture')} tabIndex={0}>
          <ConfusionGrid
            title={t('confusion.picture')}
            description={worst.join('. ')}
            names={confusion.labels.map(name)}
            counts={confusion.counts}
            total={(count) => t('confusion.total', { count })}
          />
        </div>
        <details>
          <summary>{t('confusion.table')}</summary>
          <ConfusionTable confusion={confusion} name={name} />
        </details>
        <CsvLink href={paths.aiConfusionCsv()} />
      </figure>
    </Section>
  )
}

function ConfusionTable({ confusion, name }: { confusion: Confusion; name: (label: string) => string }) {
  const t = useT(aiFigures)
  const format = useFormat()
  const rows = confusion.labels.map((label, index) => {
    const counts = confusion.counts[index] ?? []
    const answers = confusion.labels
      .map((answer, column) => ({ answer, count: counts[column] ?? 0 }))
      .filter(({ answer, count }) => count > 0 && answer !== label)
      .sort((a, b) => b.count - a.count)
    return { label, right: counts[index] ?? 0, total: counts.reduce((sum, count) => sum + count, 0), answers }
  })
  return (
    <DataTable
      caption={t('confusion.title')}
      hideCaption
      dense
      rows={rows}
      rowKey={({ label }) => label}
      columns={[
        { key: 'truth', header: t('confusion.truth'), rowHeader: true, cell: ({ label }) => name(label) },
        {
          key: 'right',
          header: t('confusion.right'),
          figure: true,
          cell: ({ right, total }) => `${format.number(right)}/${format.number(total)}`,
        },
        {
          key: 'answers',
          header: t('confusion.answers'),
          cell: ({ answers }) =>
            answers.map(({ answer, count }) => `${name(answer)} ${count}`).join(', ') || '–',
        },
      ]}
    />
  )
}

/** How far its confidence can be trusted. */
export function Calibration({ bins, ece }: { bins: readonly CalibrationBin[]; ece: number }) {
  const t = useT(aiFigures)
  const format = useFormat()
  const percent = (share: number) => format.percent(share, 0)
  const band = ({ from, until }: CalibrationBin) =>
    t('calibration.band', { from: percent(from), until: percent(until) })
  return (
    <Section
      id="confiance"
      title={t('calibration.title')}
      lead={t('calibration.lead', { ece: format.number(ece * 100, 1) })}
    >
      <figure className="flex min-w-0 flex-col gap-3">
        <figcaption className="font-display text-lg font-bold">{t('calibration.picture')}</figcaption>
        <ReliabilityChart
          title={t('calibration.picture')}
          description={bins.map((bin) => `${band(bin)} : ${percent(bin.right)}`).join('. ')}
          bins={bins}
          xLabel={t('calibration.x')}
          yLabel={t('calibration.y')}
          percent={percent}
        />
        <details>
          <summary>{t('calibration.table')}</summary>
          <DataTable
            caption={t('calibration.picture')}
            hideCaption
            dense
            rows={bins}
            rowKey={({ from }) => String(from)}
            columns={[
              { key: 'band', header: t('calibration.from'), rowHeader: true, cell: band },
              {
                key: 'photos',
                header: t('calibration.photos'),
                figure: true,
                cell: ({ photos }) => format.number(photos),
              },
              {
                key: 'said',
                header: t('calibration.said'),
                figure: true,
                cell: ({ confidence }) => percent(confidence),
              },
              {
                key: 'right',
                header: t('calibration.right'),
                figure: true,
                cell: ({ right }) => percent(right),
              },
            ]}
          />
        </details>
      </figure>
    </Section>
  )
}
