/** How much of everything a generated market holds. */
export type Scale = {
  lots: number
  needs: number
  organisations: number
  /** Searches that people keep. */
  searches: number
  /** Open lots, the newest, whose pairs are proposed. */
  paired: number
}

/** Three years of the whole Métropole, of one of its territories, and as little of them as a test makes. */
export const SCALES = {
  metropole: { lots: 100_000, needs: 100_000, organisations: 3000, searches: 2000, paired: 1000 },
  territoire: { lots: 10_000, needs: 10_000, organisations: 500, searches: 200, paired: 300 },
  rue: { lots: 300, needs: 300, organisations: 60, searches: 12, paired: 20 },
} as const satisfies Record<string, Scale>

export type ScaleName = keyof typeof SCALES

export function isScaleName(text: string): text is ScaleName {
  return Object.hasOwn(SCALES, text)
}

/** The span of the last days of works, in days from the base day: lots are published from three years back. */
export const SPAN = { from: -1020, until: 243 } as const
