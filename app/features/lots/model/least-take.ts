/** What of a lot says how much of it one taker takes at least. */
export type Takeable = { availableMilli: number; isWhole: boolean; minTakeMilli: number | null }

/**
 * The least that one taker may take of a lot now, thousandths of its unit: all that is free of a lot in one piece, else
 * the giver's minimum, or all that is free when less than that is left. 1 where the giver asks for none.
 */
export function leastTakeMilli({ availableMilli, isWhole, minTakeMilli }: Takeable): number {
  return isWhole ? availableMilli : Math.min(availableMilli, minTakeMilli ?? 1)
}
