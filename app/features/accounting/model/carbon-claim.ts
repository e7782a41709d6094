/** Net emissions of some handovers: what those with a factor avoid, and how many there are. */
export type CarbonClaim = {
  /** kgCO2e, may be negative; null when no handover has a factor. */
  netKg: number | null
  /** Handovers with a published factor, of all those counted. */
  claims: number
  total: number
}

/** Sums what is claimed; a handover without a factor adds nothing and is counted as such. */
export function carbonClaim(rows: readonly { netAvoidedGCo2e: number | null }[]): CarbonClaim {
  const claimed = rows.flatMap(({ netAvoidedGCo2e }) => (netAvoidedGCo2e === null ? [] : [netAvoidedGCo2e]))
  const netKg = claimed.length === 0 ? null : claimed.reduce((sum, netG) => sum + netG, 0) / 1000
  return { netKg, claims: claimed.length, total: rows.length }
}
