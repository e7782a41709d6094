import { territorySlug, type Perimeter, type Place } from './perimeter'

/** What went from a commune to another, or to where nobody said. */
export type PairSum = { from: string; to: string | null; massG: number; count: number }

export type FlowNode = {
  key: string
  /** A place's own name; null for the groups that have words of their own: `others` and `unknown`. */
  name: string | null
  /** Whether it belongs to the perimeter of the board. */
  isOwn: boolean
  slug: string | null
}
export type FlowLink = { from: string; to: string; massG: number; count: number }
export type Flows = {
  nodes: FlowNode[]
  /** Heaviest first. */
  links: FlowLink[]
}

/** More places than these cannot be told apart on a phone; the others are drawn together. */
const MOST_NODES = 9

/**
 * Who gives to whom. A commune's board names its partners, a territory's its own communes and the outside, that of the
 * Métropole its territories.
 */
export function flowsOf(pairs: readonly PairSum[], own: Perimeter, places: readonly Place[]): Flows {
  const nodeOf = nodeMaker(own, places)
  const named = keepLargest(grouped(pairs, nodeOf), own)
  const { nodes, links } = grouped(
    pairs.map(({ from, to, ...figure }) => ({ from, to, ...figure })),
    (code) => named.get(nodeOf(code).key) ?? OTHERS,
  )
  return {
    nodes: nodes.sort(byPlace),
    links: links.sort((a, b) => b.massG - a.massG || (a.from + a.to < b.from + b.to ? -1 : 1)),
  }
}

const OTHERS: FlowNode = { key: 'others', name: null, isOwn: false, slug: null }
const UNKNOWN: FlowNode = { key: 'unknown', name: null, isOwn: false, slug: null }

function nodeMaker(own: Perimeter, places: readonly Place[]): (code: string | null) => FlowNode {
  const byCode = new Map(places.map((place) => [place.code, place]))
  return (code) => {
    const place = code === null ? undefined : byCode.get(code)
    if (!place) return UNKNOWN
    if (own.kind === 'metropole') {
      const name = place.eptName ?? place.name
      const slug = place.eptName === null ? place.code : territorySlug(place.eptName)
      return { key: name, name, isOwn: true, slug }
    }
    const isOwn = own.communeCodes.includes(place.code)
    if (own.kind !== 'commune' && !isOwn) return OTHERS
    return { key: place.code, name: place.name, isOwn, slug: place.code }
  }
}

type Grouped = { nodes: FlowNode[]; links: FlowLink[] }

function grouped(pairs: readonly PairSum[], nodeOf: (code: string | null) => FlowNode): Grouped {
  const nodes = new Map<string, FlowNode>()
  const links = new Map<string, FlowLink>()
  for (const pair of pairs) {
    const [from, to] = [nodeOf(pair.from), nodeOf(pair.to)]
    nodes.set(from.key, from).set(to.key, to)
    const key = `${from.key}>${to.key}`
    const known = links.get(key) ?? { from: from.key, to: to.key, massG: 0, count: 0 }
    links.set(key, { ...known, massG: known.massG + pair.massG, count: known.count + pair.count })
  }
  return { nodes: [...nodes.values()], links: [...links.values()] }
}

/** The nodes that keep their name: what the board is about, then the heaviest. */
function keepLargest({ nodes, links }: Grouped, own: Perimeter): Map<string, FlowNode> {
  const weight = (key: string) =>
    links.reduce((sum, { from, to, massG }) => sum + (from === key || to === key ? massG : 0), 0)
  const first = ({ key, isOwn }: FlowNode) => (own.kind === 'commune' && isOwn) || key === 'unknown'
  const most = own.kind === 'metropole' ? nodes.length : MOST_NODES
  const ranked = [...nodes].sort(
    (a, b) =>
      Number(first(b)) - Number(first(a)) || weight(b.key) - weight(a.key) || (a.key < b.key ? -1 : 1),
  )
  return new Map(ranked.slice(0, most).map((node) => [node.key, node]))
}

/** By name, groups last, so that a place keeps its spot from one period to the next. */
function byPlace(a: FlowNode, b: FlowNode): number {
  if ((a.name === null) !== (b.name === null)) return a.name === null ? 1 : -1
  return (a.name ?? a.key).localeCompare(b.name ?? b.key, 'fr')
}
