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

type Part = {
  lotCommuneCode: string
  needCommuneCode: string
  massG: number | null
  netG: number | null
}

/** The parts of a plan by the communes that they go from and to: the heaviest first, ties by code. */
export function flowsOf(parts: readonly Part[]): PlanFlow[] {
  const flows = new Map<string, PlanFlow>()
  for (const { lotCommuneCode: fromCode, needCommuneCode: toCode, massG, netG } of parts) {
    const key = `${fromCode} ${toCode}`
    const flow = flows.get(key) ?? { fromCode, toCode, pairs: 0, massG: 0, netG: 0 }
    flow.pairs += 1
    flow.massG += massG ?? 0
    flow.netG += netG ?? 0
    flows.set(key, flow)
  }
  return [...flows]
    .sort(([a, one], [b, other]) => other.massG - one.massG || other.pairs - one.pairs || (a < b ? -1 : 1))
    .map(([, flow]) => flow)
}
