import { niceTicks } from '~/ui/chart-scale'
import type { Palette } from './palette'

const WIDTH = 760
const HEIGHT = 320
const LEFT = 70
const BOTTOM = 36
const TOP = 18

export type DrawnColumn = { label: string; parts: readonly { fill: number | 'other'; value: number }[] }

/** Stacked columns for a file: the page has a chart of its own that follows its width. */
export function ColumnsDrawing({
  columns,
  format,
  palette,
}: {
  columns: readonly DrawnColumn[]
  format: (value: number) => string
  palette: Palette
}) {
  const totals = columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0))
  const ticks = niceTicks(Math.max(0, ...totals))
  const top = ticks.at(-1) ?? 1
  const yOf = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)
  const share = (WIDTH - LEFT) / Math.max(1, columns.length)
  const every = Math.ceil(columns.length / 13)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={WIDTH} y1={yOf(tick)} y2={yOf(tick)} stroke={palette.line} />
          <text x={LEFT - 8} y={yOf(tick) + 4} textAnchor="end" fontSize="13" fill={palette.muted}>
            {format(tick)}
          </text>
        </g>
      ))}
      {columns.map(({ label, parts }, index) => {
        let below = 0
        const x = LEFT + index * share
        return (
          <g key={label + String(index)}>
            {parts.map(({ fill, value }, rank) => {
              const bottom = yOf(below)
              below += value
              return (
                <rect
                  key={rank}
                  x={x + share * 0.16}
                  width={share * 0.68}
                  y={yOf(below)}
                  height={Math.max(0, bottom - yOf(below) - 1)}
                  fill={fill === 'other' ? palette.other : palette.series[fill]}
                />
              )
            })}
            {index % every === 0 && (
              <text x={x + share / 2} y={HEIGHT - 14} textAnchor="middle" fontSize="13" fill={palette.ink}>
                {label}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
