import { placeLabels, type SheetFormat } from '../model/sheet-format'

/** The first page of a sheet as a plan: places already used hatched, the others with what they will show. */
export function SheetPlan({
  format,
  start,
  names,
  title,
}: {
  format: SheetFormat
  start: number
  names: readonly string[]
  title: string
}) {
  const { pageWidth, pageHeight, columns, rows } = format
  const places = placeLabels(format, columns * rows, 1)
  const skipped = Math.min(Math.max(1, start), places.length) - 1
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`-1 -1 ${pageWidth + 2} ${pageHeight + 2}`}
      className="max-h-144 w-full max-w-md self-start"
    >
      <rect
        width={pageWidth}
        height={pageHeight}
        fill="var(--card)"
        stroke="var(--field)"
        strokeWidth={0.8}
      />
      {places.map((place, index) => {
        const name = names[index - skipped]
        return index < skipped ? (
          <UsedPlace key={index} format={format} {...place} />
        ) : (
          name !== undefined && <FilledPlace key={index} format={format} name={name} {...place} />
        )
      })}
    </svg>
  )
}

type Placed = { format: SheetFormat; x: number; y: number }

function UsedPlace({ format: { labelWidth, labelHeight }, x, y }: Placed) {
  return (
    <path
      d={`M${x + 2} ${y + 2}h${labelWidth - 4}v${labelHeight - 4}h-${labelWidth - 4}zl${labelWidth - 4} ${labelHeight - 4}`}
      fill="none"
      stroke="var(--field)"
      strokeWidth={0.5}
      strokeDasharray="2 2"
    />
  )
}

function FilledPlace({ format: { labelWidth, labelHeight }, name, x, y }: Placed & { name: string }) {
  const side = Math.min(labelHeight * 0.6, labelWidth * 0.4)
  return (
    <>
      <rect
        x={x + 1}
        y={y + 1}
        width={labelWidth - 2}
        height={labelHeight - 2}
        rx={2}
        fill="none"
        stroke="var(--ink)"
        strokeWidth={0.6}
      />
      <rect x={x + 4} y={y + (labelHeight - side) / 2} width={side} height={side} fill="var(--ink)" />
      <text
        x={x + side + 7}
        y={y + labelHeight / 2}
        fontSize={Math.min(5, labelWidth / 14)}
        dominantBaseline="middle"
        fill="var(--ink)"
      >
        {name}
      </text>
    </>
  )
}
