import { paths } from '~/core/paths'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'
import { BarChart } from '~/ui/bar-chart'
import { useFormat, useT } from '~/ui/i18n'
import { handoverQuery } from '../model/handover-filters'
import type { MonthlyMasses } from '../model/monthly-masses'

/** What was handed over, month by month, by material. */
export function MonthsChart({
  title,
  months,
  communeCode,
  year,
}: {
  title: string
  months: MonthlyMasses
  communeCode: string
  year: number
}) {
  const t = useT(communes)
  const tMaterial = useT(materials)
  const format = useFormat()
  const hasRest = months.months.some(({ massG }) => massG.rest)
  if (months.materials.length === 0) {
    return (
      <section className="flex flex-col gap-3">
        <h2>{title}</h2>
        <p className="text-muted">{t('one.monthsNone')}</p>
      </section>
    )
  }
  return (
    <BarChart
      title={title}
      rowHeading={t('one.month')}
      format={(massG) => format.mass(massG)}
      source={t('source')}
      csvHref={paths.communeMonthsCsv(communeCode, year)}
      series={[
        ...months.materials.map((material) => ({ key: material, label: tMaterial(`type.${material}.name`) })),
        ...(hasRest ? [{ key: 'rest', label: t('one.rest'), other: true }] : []),
      ]}
      rows={months.months.map(({ month, massG }) => ({
        key: month,
        label: format.monthLong(`${month}-01`),
        shortLabel: format.monthShort(`${month}-01`),
        values: massG,
        to: paths.communeHandovers(
          communeCode,
          handoverQuery({ annee: year, perimetre: 'annee', mois: Number(month.slice(5, 7)) }),
        ),
      }))}
    />
  )
}
