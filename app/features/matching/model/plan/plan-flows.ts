/** What a plan would carry from the lots of one commune to the needs of another, or of the same. */
export type PlanFlow = {
  fromCode: string
  toCode: string
  pairs: number
  /** Grams of the parts whose mass is known. */
  massG: number
  /** Net grams CO2e of the parts with a claim. */
  netG: number
}

/** Flows in the order in which they are told: the heaviest first, ties by pairs, then by code. */
export function heaviestFirst(flows: readonly PlanFlow[]): PlanFlow[] {
  const keyOf = ({ fromCode, toCode }: PlanFlow) => `${fromCode} ${toCode}`
  return flows.toSorted((a, b) => b.massG - a.massG || b.pairs - a.pairs || (keyOf(a) < keyOf(b) ? -1 : 1))
}
