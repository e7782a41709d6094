/** Where a pair stands between two organisations, as the address says it; dismissed ones are apart. */
export const PAIR_STAGES = ['proposes', 'contactes', 'reserves', 'remis', 'ecartes'] as const
export type PairStage = (typeof PAIR_STAGES)[number]

/** Which side of its pairs an organisation looks at: as the giver of lots, or as the taker with needs. */
export const PAIR_SIDES = ['lots', 'besoins'] as const
export type PairSideFilter = (typeof PAIR_SIDES)[number]
