/** Who asks: nobody in particular, or someone of an organisation that gives or takes. */
type Who = 'visitor' | 'giver' | 'taker'

type Kind = {
  /** Share of the requests, in hundredths. */
  weight: number
  who: Who
}

/**
 * What the load asks for, in what share. `lotPosted` has none of its own: each photo that was sent is followed by the
 * lot that shows it.
 */
export const MIX = {
  home: { weight: 8, who: 'visitor' },
  searchWords: { weight: 13, who: 'visitor' },
  searchFilters: { weight: 11, who: 'visitor' },
  lot: { weight: 20, who: 'visitor' },
  photo: { weight: 14, who: 'visitor' },
  mapData: { weight: 6, who: 'visitor' },
  board: { weight: 4, who: 'visitor' },
  api: { weight: 5, who: 'visitor' },
  giverBoard: { weight: 3, who: 'giver' },
  ownLots: { weight: 2, who: 'giver' },
  takerSearch: { weight: 4, who: 'taker' },
  takerLot: { weight: 3, who: 'taker' },
  reservations: { weight: 2, who: 'taker' },
  photoSent: { weight: 1, who: 'giver' },
  lotPosted: { weight: 0, who: 'giver' },
  reserved: { weight: 2, who: 'taker' },
  messageSent: { weight: 2, who: 'taker' },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof MIX

const KINDS = Object.keys(MIX) as KindName[]
const WHEEL = KINDS.flatMap((name) => Array.from({ length: MIX[name].weight }, () => name))

/** A kind by its share; `draw` is from 0 to 1, 1 excluded. */
export function drawKind(draw: number): KindName {
  return WHEEL[Math.floor(draw * WHEEL.length)]!
}
