import { useId, type ReactNode } from 'react'
import { shortPlaceName } from './chart-scale'

export type FlowPlace = {
  code: string
  name: string
  /** Place in the grid of communes, from 0, from the top left. */
  column: number
  row: number
}

/** So much goes from one place to another, or stays in it. */
export type Flow = { fromCode: string; toCode: string; weight: number; label: string }

const SIZE = 48
const THINNEST = 1.5
const THICKEST = 8
/** How far a way bends from the straight line, as a share of its length: two directions stay apart. */
const BEND = 0.14
/** Ways end before the middle of a square, where its name stands. */
const SHORT_OF = 15

/**
 * Ways between communes on their grid, the broader the more goes along them; a ring is what stays within one. A drawing
 * for the eye: whoever shows it gives the same figures as a table.
 */
export function FlowMap({
  title,
  places,
  flows,
  children,
}: {
  /** A sentence that says what the map shows. */
  title: string
  places: readonly FlowPlace[]
  /** The heaviest first. */
  flows: readonly Flow[]
  /** The table, and what is not drawn. */
  children: ReactNode
}) {
  const [id, arrow] = [useId(), useId()]
  const width = SIZE * (1 + Math.max(0, ...places.map(({ column }) => column)))
  const height = SIZE * (1 + Math.max(0, ...places.map(({ row }) => row)))
  const named = new Set(flows.flatMap(({ fromCode, toCode }) => [fromCode, toCode]))
  return (
    <figure aria-labelledby={id} className="flex min-w-0 flex-col gap-4">
      <figcaption id={id} className="font-display text-xl font-bold">
        {title}
      </figcaption>
      <div aria-hidden>
        <svg
          viewBox={`-4 -4 ${width + 8} ${height + 8}`}
          className="block h-auto w-full max-w-4xl"
          focusable="false"
        >
          <marker
            id={arrow}
            viewBox="0 0 6 6"
            refX="4"
            refY="3"
            markerWidth="9"
            markerHeight="9"
            orient="auto"
            markerUnits="userSpaceOnUse"
          >
            <path d="M0 0 6 3 0 6Z" fill="var(--ink)" />
          </marker>
          {places.map((place) => (
            <Square key={place.code} place={place} isNamed={named.has(place.code)} />
          ))}
          <Ways places={places} flows={flows} arrow={arrow} />
          {places
            .filter(({ code }) => named.has(code))
            .map(({ code, name, column, row }) => (
              <text
                key={code}
                x={(column + 0.5) * SIZE}
                y={(row + 0.5) * SIZE + 4.5}
                className="tile-name"
                fill="var(--ink)"
                stroke="var(--card)"
                strokeWidth="3"
                paintOrder="stroke"
              >
                {shortPlaceName(name)}
              </text>
            ))}
        </svg>
      </div>
      {children}
    </figure>
  )
}

function Square({ place: { column, row }, isNamed }: { place: FlowPlace; isNamed: boolean }) {
  return (
    <rect
      x={column * SIZE}
      y={row * SIZE}
      width={SIZE}
      height={SIZE}
      fill={isNamed ? 'var(--scale-1)' : 'var(--card)'}
      className="tile"
    />
  )
}

function Ways({
  places,
  flows,
  arrow,
}: {
  places: readonly FlowPlace[]
  flows: readonly Flow[]
  arrow: string
}) {
  const at = new Map(
    places.map(({ code, column, row }) => [code, [(column + 0.5) * SIZE, (row + 0.5) * SIZE] as const]),
  )
  const most = Math.max(0, ...flows.map(({ weight }) => weight))
  // The thin ones are drawn last, over the broad.
  return flows.map(({ fromCode, toCode, weight, label }) => {
    const [from, to] = [at.get(fromCode), at.get(toCode)]
    if (!from || !to) return null
    const line = {
      fill: 'none',
      stroke: 'var(--action)',
      strokeOpacity: 0.8,
      strokeWidth: THINNEST + (THICKEST - THINNEST) * (most > 0 ? Math.sqrt(weight / most) : 0),
    }
    return (
      <g key={`${fromCode} ${toCode}`}>
        <title>{label}</title>
        {fromCode === toCode ? (
          <circle cx={from[0]} cy={from[1]} r={SIZE / 2 - 6} {...line} />
        ) : (
          <path d={wayOf(from, to)} markerEnd={`url(#${arrow})`} strokeLinecap="round" {...line} />
        )}
      </g>
    )
  })
}

/** A curve from one middle to the other, bent to the right of who goes along it. */
function wayOf([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = Math.hypot(dx, dy)
  const [bendX, bendY] = [(x1 + x2) / 2 - dy * BEND, (y1 + y2) / 2 + dx * BEND]
  const off = (share: number) => [(dx / length) * share, (dy / length) * share] as const
  const [ox, oy] = off(Math.min(SHORT_OF, length / 3))
  return `M${round(x1 + ox)} ${round(y1 + oy)}Q${round(bendX)} ${round(bendY)} ${round(x2 - ox)} ${round(y2 - oy)}`
}

const round = (value: number) => Math.round(value * 10) / 10
