import { Segment, totalOf, type ChartData, type ChartRow } from './chart-parts'

/** One bar under another, each with its name and its figure: to compare places or families. */
export function ChartRows({ series, rows, format }: ChartData) {
  const top = Math.max(...rows.map((row) => totalOf(row, series)), 0) || 1
  return (
    <div className="flex flex-col gap-3 sm:gap-2">
      {rows.map((row) => (
        <div
          key={row.key}
          className="grid grid-cols-[1fr_auto] items-center gap-x-3 sm:grid-cols-[12rem_1fr_6.5rem]"
        >
          <span className="font-medium">{row.label}</span>
          <span className="text-right font-semibold sm:order-last">{format(totalOf(row, series))}</span>
          <RowBar row={row} series={series} top={top} />
        </div>
      ))}
    </div>
  )
}

function RowBar({ row, series, top }: { row: ChartRow; series: ChartData['series']; top: number }) {
  let before = 0
  return (
    <svg className="block h-5 w-full max-sm:col-span-2" aria-hidden focusable="false">
      <rect width="100%" height="100%" fill="var(--sunken)" />
      {series.map((entry, rank) => {
        const value = row.values[entry.key] ?? 0
        const start = before
        before += value
        if (value <= 0) return null
        return (
          <Segment
            key={entry.key}
            series={entry}
            index={rank}
            x={`${(start / top) * 100}%`}
            y="0"
            width={`${(value / top) * 100}%`}
            height="100%"
          />
        )
      })}
    </svg>
  )
}
