import { paths } from '~/core/paths'
import type { FunnelStage } from '~/features/accounting/model/rates'
import { accounting } from '~/messages/accounting'
import { board } from '~/messages/board'
import { communeFigures } from '~/messages/commune-figures'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'
import { BarChart } from '~/ui/bar-chart'
import { useFormat, useT } from '~/ui/i18n'
import type { Board } from '../model/board'
import { periodQuery } from '../model/board-period'
import { STAGE_KEYS, STAGE_NAMES } from '../model/board-rows'
import { familyFilter, handoverQuery, stepQuery } from '../model/handover-list'
import { placeAndTime, stepLabels } from './board-texts'
import { FileLinks } from './file-links'

/** What was handed over, step by step, by material family. */
export function MonthsFigure({ board: own }: { board: Board }) {
  const t = useT(board)
  const tCommunes = useT(communes)
  const tMaterial = useT(materials)
  const format = useFormat()
  const { months, perimeter, period } = own
  const title = t('months', placeAndTime(own, t, format))
  const { isPartial } = months
  const left = t('partial', { threshold: own.threshold })
  if (months.families.length === 0) {
    return (
      <section className="flex flex-col gap-3">
        <h2>{title}</h2>
        <p className="text-muted">{isPartial ? left : t('monthsNone')}</p>
      </section>
    )
  }
  const hasRest = months.steps.some(({ massG }) => massG.rest)
  return (
    <BarChart
      title={title}
      rowHeading={months.unit === 'week' ? t('week') : t('month')}
      format={(massG) => format.mass(massG)}
      source={tCommunes('source')}
      files={<FileLinks slug={perimeter.slug} query={periodQuery(period)} file="mois" figure={title} />}
      series={[
        ...months.families.map((family) => ({ key: family, label: tMaterial(`type.${family}.name`) })),
        ...(hasRest ? [{ key: 'rest', label: t('rest'), other: true }] : []),
      ]}
      rows={months.steps.map(({ start, massG }) => {
        const { long, short } = stepLabels(start, months, t, format)
        const steps = { unit: months.unit, starts: own.starts }
        const query = stepQuery(own, steps, start)
        const partsOf = [...months.families, 'rest' as const].filter((key) => massG[key])
        return {
          key: start,
          label: long,
          shortLabel: short,
          values: massG,
          to: query === null ? undefined : paths.boardHandovers(perimeter.slug, query),
          links: Object.fromEntries(
            partsOf.flatMap((key) => {
              const part = stepQuery(own, steps, start, familyFilter(key, months.families))
              return part === null ? [] : [[key, paths.boardHandovers(perimeter.slug, part)]]
            }),
          ),
        }
      })}
      note={isPartial && <p>{left}</p>}
    />
  )
}

/** The way to what a stage counts: handovers for everyone, lots and lines of surveys for those who see names of sites. */
function stageHref({ perimeter, period, view }: Board, stage: FunnelStage): string | undefined {
  if (stage === 'handedOver') {
    return paths.boardHandovers(perimeter.slug, handoverQuery(period, { perimetre: 'taux' }))
  }
  const name = STAGE_KEYS.find((key) => STAGE_NAMES[key] === stage)
  return view === 'public' || name === undefined
    ? undefined
    : paths.boardStage(perimeter.slug, `${periodQuery(period)}&etape=${name}`)
}

/** From the survey to the handover. */
export function FunnelFigure({ board: own }: { board: Board }) {
  const t = useT(board)
  const tFigures = useT(communeFigures)
  const tCommunes = useT(communes)
  const tAccounting = useT(accounting)
  const format = useFormat()
  const { funnel, perimeter, period } = own
  const title = t('funnel', placeAndTime(own, t, format))
  const isEmpty = funnel.steps.every(({ massG }) => massG === 0)
  if (isEmpty || funnel.isWithheld) {
    return (
      <section className="flex flex-col gap-3">
        <h2>{title}</h2>
        <p className="text-muted">
          {isEmpty ? tFigures('funnel.none') : t('partial', { threshold: own.threshold })}
        </p>
      </section>
    )
  }
  return (
    <BarChart
      layout="rows"
      title={title}
      rowHeading={tFigures('funnel.stage')}
      format={(massG) => format.mass(massG)}
      source={tCommunes('source')}
      files={<FileLinks slug={perimeter.slug} query={periodQuery(period)} file="entonnoir" figure={title} />}
      series={[{ key: 'mass', label: tFigures('funnel.mass') }]}
      note={
        <p>
          {tFigures('funnel.note')}
          {funnel.lotsWithoutMass > 0 &&
            ` ${tFigures('funnel.withoutMass', { count: funnel.lotsWithoutMass })}`}
          {own.headlines.rate.rate.flagged && ` ${tAccounting('rate.over')}`}
          {own.headlines.rate.isPartial && ` ${t('partial', { threshold: own.threshold })}`}
        </p>
      }
      rows={funnel.steps.map(({ stage, massG, ofInventoried }) => ({
        key: stage,
        label:
          stage === 'inventoried' || ofInventoried.rate === null
            ? tFigures(`funnel.${stage}`)
            : `${tFigures(`funnel.${stage}`)} (${format.percent(ofInventoried.rate)})`,
        values: { mass: massG },
        to: stageHref(own, stage),
      }))}
    />
  )
}
