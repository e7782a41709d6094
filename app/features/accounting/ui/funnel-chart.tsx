import { paths } from '~/core/paths'
import { communeFigures } from '~/messages/commune-figures'
import { communes } from '~/messages/communes'
import { BarChart } from '~/ui/bar-chart'
import { useFormat, useT } from '~/ui/i18n'
import type { CohortFunnel } from '../model/funnel-masses'

/** How much of what was inventoried reached each stage, from the survey to the handover. */
export function FunnelChart({
  funnel,
  commune,
  year,
}: {
  funnel: CohortFunnel
  commune: { code: string; name: string }
  year: number
}) {
  const t = useT(communeFigures)
  const tCommunes = useT(communes)
  const format = useFormat()
  const title = t('funnel.title', { commune: commune.name, year: String(year) })
  if (funnel.steps.every(({ massG }) => massG === 0)) {
    return (
      <section className="flex flex-col gap-3">
        <h2>{title}</h2>
        <p className="text-muted">{t('funnel.none')}</p>
      </section>
    )
  }
  const { lotsWithoutMass } = funnel
  return (
    <BarChart
      layout="rows"
      title={title}
      rowHeading={t('funnel.stage')}
      format={(massG) => format.mass(massG)}
      source={tCommunes('source')}
      csvHref={paths.communeFunnelCsv(commune.code, year)}
      series={[{ key: 'mass', label: t('funnel.mass') }]}
      note={
        <p>
          {t('funnel.note')}
          {lotsWithoutMass > 0 && ` ${t('funnel.withoutMass', { count: lotsWithoutMass })}`}
        </p>
      }
      rows={funnel.steps.map(({ stage, massG, ofInventoried }) => ({
        key: stage,
        label:
          stage === 'inventoried' || ofInventoried.rate === null
            ? t(`funnel.${stage}`)
            : `${t(`funnel.${stage}`)} (${format.percent(ofInventoried.rate)})`,
        values: { mass: massG },
      }))}
    />
  )
}
