import type { Flows } from './flows'

/** Angles in radians, from the top, clockwise. */
export type Arc = { key: string; start: number; end: number }
export type Ribbon = { from: string; to: string; massG: number; source: Arc; target: Arc }
export type Chord = { arcs: Arc[]; ribbons: Ribbon[] }

/** Between two places, in radians. */
const GAP = 0.06

/**
 * A ring on which each place has an arc as long as what it gives and takes, and each exchange a ribbon as wide at both
 * ends as its mass: what leaves a place stands first on its arc, what arrives after.
 */
export function chordOf({ nodes, links }: Pick<Flows, 'nodes' | 'links'>): Chord {
  const total = 2 * links.reduce((sum, { massG }) => sum + massG, 0)
  if (total === 0 || nodes.length === 0) return { arcs: [], ribbons: [] }
  const gap = nodes.length === 1 ? 0 : GAP
  const perGram = (2 * Math.PI - gap * nodes.length) / total
  const arcs: Arc[] = []
  const ends = new Map<string, { source?: Arc; target?: Arc }>()
  let at = 0
  for (const { key } of nodes) {
    const start = at
    const place = (side: 'source' | 'target', other: string, massG: number) => {
      const id = side === 'source' ? `${key}>${other}` : `${other}>${key}`
      ends.set(id, { ...ends.get(id), [side]: { key, start: at, end: at + massG * perGram } })
      at += massG * perGram
    }
    for (const link of links) if (link.from === key) place('source', link.to, link.massG)
    for (const link of links) if (link.to === key) place('target', link.from, link.massG)
    arcs.push({ key, start, end: at })
    at += gap
  }
  const ribbons = links.flatMap(({ from, to, massG }): Ribbon[] => {
    const { source, target } = ends.get(`${from}>${to}`) ?? {}
    return source && target ? [{ from, to, massG, source, target }] : []
  })
  return { arcs, ribbons }
}

/** A point of a circle around the origin. */
export function pointAt(angle: number, radius: number): { x: number; y: number } {
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) }
}

/** The outline of a ring's part, as an SVG path. */
export function arcPath({ start, end }: Arc, inner: number, outer: number): string {
  const large = end - start > Math.PI ? 1 : 0
  // A whole ring has the same first and last point, which SVG draws as nothing.
  const last = end - start > 2 * Math.PI - 1e-6 ? end - 1e-3 : end
  const [a, b, c, d] = [
    pointAt(start, outer),
    pointAt(last, outer),
    pointAt(last, inner),
    pointAt(start, inner),
  ]
  return [
    `M${xy(a)}A${outer} ${outer} 0 ${large} 1 ${xy(b)}`,
    `L${xy(c)}A${inner} ${inner} 0 ${large} 0 ${xy(d)}Z`,
  ].join('')
}

/** The outline of a ribbon between two parts of a ring, curved through its middle. */
export function ribbonPath({ source, target }: Ribbon, radius: number): string {
  const side = ({ start, end }: Arc) => {
    const large = end - start > Math.PI ? 1 : 0
    return `A${radius} ${radius} 0 ${large} 1 ${xy(pointAt(end, radius))}`
  }
  const from = xy(pointAt(source.start, radius))
  return `M${from}${side(source)}Q0 0 ${xy(pointAt(target.start, radius))}${side(target)}Q0 0 ${from}Z`
}

function xy({ x, y }: { x: number; y: number }): string {
  return `${round(x)} ${round(y)}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
