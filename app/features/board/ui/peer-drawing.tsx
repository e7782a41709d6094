import type { Palette } from './palette'

const WIDTH = 460
const HEIGHT = 76
const SIDE = 14
const AXIS = 44

/** Every peer as a dot on a line, the middle one as a bar, and this place as a diamond: direct labels, no scale. */
export function PeerDrawing({
  values,
  median,
  own,
  palette,
  texts,
}: {
  values: readonly number[]
  median: number | null
  own: number | null
  palette: Palette
  /** As they are written under and over the line. */
  texts: { median: string; own: string }
}) {
  const most = Math.max(...values, median ?? 0, own ?? 0)
  const xOf = (value: number) =>
    Math.round(100 * (SIDE + (most === 0 ? 0 : (value * (WIDTH - 2 * SIDE)) / most))) / 100
  const anchorAt = (x: number) => (x < 90 ? 'start' : x > WIDTH - 90 ? 'end' : 'middle')
  const [medianX, ownX] = [median === null ? null : xOf(median), own === null ? null : xOf(own)]
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden focusable="false">
      <line x1={SIDE} x2={WIDTH - SIDE} y1={AXIS} y2={AXIS} stroke={palette.line} strokeWidth="2" />
      {values.map((value, index) => (
        <circle key={index} cx={xOf(value)} cy={AXIS} r="5" fill={palette.other} fillOpacity="0.45" />
      ))}
      {medianX !== null && (
        <>
          <line
            x1={medianX}
            x2={medianX}
            y1={AXIS - 12}
            y2={AXIS + 12}
            stroke={palette.ink}
            strokeWidth="3"
          />
          <text x={medianX} y={AXIS + 27} textAnchor={anchorAt(medianX)} fontSize="13" fill={palette.ink}>
            {texts.median}
          </text>
        </>
      )}
      {ownX !== null && (
        <>
          <path
            d={`M${ownX} ${AXIS - 9}l9 9l-9 9l-9 -9Z`}
            fill={palette.mark}
            stroke={palette.ink}
            strokeWidth="2"
          />
          <text
            x={ownX}
            y={AXIS - 18}
            textAnchor={anchorAt(ownX)}
            fontSize="14"
            fontWeight="700"
            fill={palette.ink}
          >
            {texts.own}
          </text>
        </>
      )}
    </svg>
  )
}
