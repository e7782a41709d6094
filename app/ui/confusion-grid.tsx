import { useId } from 'react'

const CELL = 30
const NAMES = 176
const HEAD = 28
const TOTALS = 60

/** Cells under this share of their row hold no figure: the table beside the picture has them all. */
const SHOWN_FROM = 0.045

/**
 * How often each thing was taken for each other, drawn from its counts: rows are what is there, columns what was said,
 * each cell a share of its row. What is right lies on the framed diagonal.
 */
export function ConfusionGrid({
  title,
  description,
  names,
  counts,
  total,
}: {
  title: string
  description: string
  /** The name of each row; columns have its number. */
  names: readonly string[]
  /** `counts[row][column]`. */
  counts: readonly (readonly number[])[]
  /** How the sum of a row is written after it. */
  total: (photos: number) => string
}) {
  const id = useId()
  const size = names.length * CELL
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
      viewBox={`0 0 ${NAMES + size + TOTALS} ${HEAD + size}`}
      className="block h-auto w-full min-w-176"
      fontSize="12.5"
      fill="var(--ink)"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      <g aria-hidden>
        {names.map((name, column) => (
          <text
            key={name}
            x={NAMES + (column + 0.5) * CELL}
            y={HEAD - 9}
            textAnchor="middle"
            fontWeight="600"
          >
            {column + 1}
          </text>
        ))}
        {names.map((name, row) => (
          <Row key={name} name={name} row={row} counts={counts[row] ?? []} total={total} />
        ))}
      </g>
    </svg>
  )
}

function Row({
  name,
  row,
  counts,
  total,
}: {
  name: string
  row: number
  counts: readonly number[]
  total: (photos: number) => string
}) {
  const sum = counts.reduce((all, count) => all + count, 0)
  const middle = HEAD + (row + 0.5) * CELL + 4.5
  return (
    <>
      <text x={NAMES - 8} y={middle} textAnchor="end" fontSize="14">
        {name} <tspan fontWeight="600">{row + 1}</tspan>
      </text>
      {counts.map((count, column) => {
        const share = sum > 0 ? count / sum : 0
        const isRight = column === row
        return (
          <g key={column}>
            <rect
              x={NAMES + column * CELL + 1}
              y={HEAD + row * CELL + 1}
              width={CELL - 2}
              height={CELL - 2}
              fill={share > 0 ? (isRight ? 'var(--chart-1)' : 'var(--chart-4)') : 'var(--sunken)'}
              fillOpacity={share > 0 ? 0.12 + 0.5 * Math.min(1, isRight ? share : share * 2) : 0.45}
              stroke={isRight ? 'var(--edge)' : 'none'}
              strokeWidth="1.5"
            />
            {share >= SHOWN_FROM && (
              <text
                x={NAMES + (column + 0.5) * CELL}
                y={middle}
                textAnchor="middle"
                fontWeight={isRight ? 700 : 500}
              >
                {Math.round(share * 100)}
              </text>
            )}
          </g>
        )
      })}
      <text x={NAMES + counts.length * CELL + 8} y={middle} fill="var(--muted)">
        {total(sum)}
      </text>
    </>
  )
}
