import { useId } from 'react'

export type ChartSeries = {
  key: string
  label: string
  /** The rest of the world, drawn in zinc. */
  other?: boolean
}
export type ChartRow = {
  key: string
  label: string
  /** For the axis, when the label is long: «janv.». */
  shortLabel?: string
  /** The page of what the row counts, for the table. */
  to?: string
  /** The pages of what each of its values counts, by series, for the table. */
  links?: Readonly<Record<string, string>>
  values: Readonly<Record<string, number>>
}
export type ChartData = {
  /** At most four, plus one `other`; stacked in this order. */
  series: readonly ChartSeries[]
  rows: readonly ChartRow[]
  format: (value: number) => string
}

/** Sum of a row over the series shown. */
export function totalOf(row: ChartRow, series: readonly ChartSeries[]): number {
  return series.reduce((sum, { key }) => sum + (row.values[key] ?? 0), 0)
}

/** The colour of a series by its rank; `other` is zinc. */
export function seriesFill(series: ChartSeries, index: number): string {
  return series.other ? 'var(--chart-other)' : `var(--chart-${(index % 4) + 1})`
}

/** One block of a series: its colour, and strokes that tell it from its neighbours without colour. */
export function Segment({
  series,
  index,
  ...box
}: {
  series: ChartSeries
  index: number
  x: string | number
  y: string | number
  width: string | number
  height: string | number
}) {
  const pattern = useId()
  const hatched = !series.other && index % 2 === 1
  return (
    <>
      <rect {...box} fill={seriesFill(series, index)} />
      {hatched && (
        <>
          <pattern
            id={pattern}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${index === 1 ? 45 : -45})`}
          >
            <path d="M0 0v7" stroke="var(--card)" strokeWidth="2.5" />
          </pattern>
          <rect {...box} fill={`url(#${pattern})`} />
        </>
      )}
    </>
  )
}
