import { Segment, totalOf, type ChartData, type ChartRow } from './chart-parts'
import { labelSteps, niceTicks, type LabelSteps } from './chart-scale'

const HEIGHT = 240
const TOP = 22
const BOTTOM = 28
const PLOT = HEIGHT - TOP - BOTTOM

/** Columns side by side. Widths are percentages, so that texts keep their size on every screen. */
export function ChartColumns({ series, rows, format }: ChartData) {
  const ticks = niceTicks(Math.max(0, ...rows.map((row) => totalOf(row, series))))
  const top = ticks.at(-1) ?? 1
  const yOf = (value: number) => TOP + PLOT * (1 - value / top)
  const every = labelSteps(rows.map(({ shortLabel, label }) => shortLabel ?? label))
  return (
    <div className="flex">
      <svg height={HEIGHT} className="w-18 flex-none" aria-hidden focusable="false">
        {ticks.map((tick) => (
          <text key={tick} x="4rem" y={yOf(tick) + 5} textAnchor="end" className="chart-text chart-muted">
            {format(tick)}
          </text>
        ))}
      </svg>
      <svg height={HEIGHT} className="min-w-0 grow overflow-visible" aria-hidden focusable="false">
        {ticks.map((tick) => (
          <line
            key={tick}
            x1="0"
            x2="100%"
            y1={yOf(tick)}
            y2={yOf(tick)}
            stroke={tick === 0 ? 'var(--edge)' : 'var(--line)'}
            strokeWidth={tick === 0 ? 2 : 1}
          />
        ))}
        {rows.map((row, index) => (
          <Column
            key={row.key}
            row={row}
            index={index}
            count={rows.length}
            {...{ series, every, format, yOf }}
          />
        ))}
      </svg>
    </div>
  )
}

function Column({
  row,
  index,
  count,
  series,
  every,
  format,
  yOf,
}: {
  row: ChartRow
  index: number
  count: number
  series: ChartData['series']
  every: LabelSteps
  format: ChartData['format']
  yOf: (value: number) => number
}) {
  const share = 100 / count
  const middle = `${(index + 0.5) * share}%`
  const total = totalOf(row, series)
  let below = 0
  return (
    <g>
      {series.map((entry, rank) => {
        const value = row.values[entry.key] ?? 0
        const bottom = yOf(below)
        below += value
        if (value <= 0) return null
        return (
          <Segment
            key={entry.key}
            series={entry}
            index={rank}
            x={`${(index + 0.16) * share}%`}
            y={yOf(below)}
            width={`${0.68 * share}%`}
            height={Math.max(1, bottom - yOf(below) - 1)}
          />
        )
      })}
      {count <= 12 && (
        <text
          x={middle}
          y={yOf(total) - 6}
          textAnchor="middle"
          className={`chart-text font-semibold ${count > 5 ? 'max-lg:hidden' : ''}`}
        >
          {format(total)}
        </text>
      )}
      {index % every.wide === 0 && (
        <text
          x={middle}
          y={HEIGHT - 8}
          textAnchor="middle"
          className={`chart-text ${index % every.phone === 0 ? '' : 'max-lg:hidden'}`}
        >
          {row.shortLabel ?? row.label}
        </text>
      )}
    </g>
  )
}
