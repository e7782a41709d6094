import type { FlowNode, Flows } from './flows'
import type { Perimeter } from './perimeter'

/** How an address names an end of a flow that is no place of its own. */
export const OTHERS_SIDE = 'autres'
export const UNKNOWN_SIDE = 'inconnu'

/** An end of a flow as a query asks for it: some communes, all but some, or the one that nobody told. */
export type FlowSide = { codes: readonly string[]; isIn: boolean } | 'unknown'

/** How an address names a node of the flows: the place's own slug, or the word of its group. */
export function sideKey({ key, slug }: Pick<FlowNode, 'key' | 'slug'>): string {
  return slug ?? (key === 'unknown' ? UNKNOWN_SIDE : OTHERS_SIDE)
}

/** How an address could name an end: a code, or a slug; anything else names none. */
export function isSideKey(text: string): boolean {
  return /^[a-z0-9-]{1,60}$/.test(text)
}

/**
 * The communes that an end of a flow stands for. What is drawn together is what no other node of the same flows names,
 * so that the same reading of the ledger has to be given as drew them. Null for an end that the flows do not know.
 */
export function sideOf(
  key: string,
  { nodes }: Pick<Flows, 'nodes'>,
  perimeters: readonly Perimeter[],
): FlowSide | null {
  if (key === UNKNOWN_SIDE) return 'unknown'
  const codesOf = (slug: string) => perimeters.find((one) => one.slug === slug)?.communeCodes
  if (key !== OTHERS_SIDE) {
    const codes = codesOf(key)
    return codes ? { codes, isIn: true } : null
  }
  return { codes: nodes.flatMap(({ slug }) => (slug === null ? [] : (codesOf(slug) ?? []))), isIn: false }
}
