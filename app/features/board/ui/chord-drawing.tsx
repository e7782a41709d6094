import { arcPath, chordOf, pointAt, ribbonPath, type Arc } from '../model/chord'
import type { FlowNode, Flows } from '../model/flows'
import type { Palette } from './palette'

const WIDTH = 460
const HEIGHT = 400
const OUTER = 128
const INNER = 112

/** The ring of who gives to whom, each place named beside its arc. Ribbons have the colour of who gives. */
export function ChordDrawing({
  flows,
  palette,
  nameOf,
}: {
  flows: Flows
  palette: Palette
  nameOf: (node: FlowNode) => string
}) {
  const { arcs, ribbons } = chordOf(flows)
  const labels = placedLabels(arcs)
  const nodes = new Map(flows.nodes.map((node, index) => [node.key, { node, index }]))
  const colourOf = (key: string) => {
    const found = nodes.get(key)
    if (!found || found.node.name === null) return palette.other
    return palette.series[found.index % palette.series.length] ?? palette.other
  }
  return (
    <svg viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`} aria-hidden focusable="false">
      {ribbons.map((ribbon) => (
        <path
          key={`${ribbon.from}>${ribbon.to}`}
          d={ribbonPath(ribbon, INNER - 2)}
          fill={colourOf(ribbon.from)}
          fillOpacity="0.55"
          stroke={palette.card}
          strokeWidth="0.75"
        />
      ))}
      {arcs.map((arc) => {
        const found = nodes.get(arc.key)
        const label = labels.get(arc.key)
        return (
          <g key={arc.key}>
            <path
              d={arcPath(arc, INNER, OUTER)}
              fill={colourOf(arc.key)}
              stroke={found?.node.isOwn ? palette.ink : 'none'}
              strokeWidth="1.5"
            />
            {found && label && (
              <text
                x={label.x}
                y={label.y + 4}
                textAnchor={Math.abs(label.x) < 24 ? 'middle' : label.x >= 0 ? 'start' : 'end'}
                fontSize="13"
                fontWeight={found.node.isOwn ? 700 : 400}
                fill={palette.ink}
              >
                {shortened(nameOf(found.node))}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** Where names stand: the longest arcs first, and none over another; the table has those left out. */
function placedLabels(arcs: readonly Arc[]): Map<string, { x: number; y: number }> {
  const placed = new Map<string, { x: number; y: number }>()
  for (const { key, start, end } of [...arcs].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const { x, y } = pointAt((start + end) / 2, OUTER + 9)
    const label = { x: Math.round(x), y: Math.round(y) }
    const isFree = [...placed.values()].every(
      (other) => Math.abs(other.y - label.y) >= LINE || Math.sign(other.x) !== Math.sign(label.x),
    )
    if (isFree) placed.set(key, label)
  }
  return placed
}

/** Between two names on one side. */
const LINE = 15

/** Names stay within the drawing; the table has them whole. */
const LONGEST = 15

function shortened(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).trimEnd()}…`
}
