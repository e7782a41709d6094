import recorded from './recorded.json'

/** Who asks: nobody in particular, or someone of an organisation that gives or takes. */
type Who = 'visitor' | 'giver' | 'taker'

/** What is asked for. `…Data` is what a page's script asks of loaders when somebody goes on to the page from another. */
export const KINDS = {
  ...{ home: 'visitor', searchWords: 'visitor', searchFilters: 'visitor', lot: 'visitor', board: 'visitor' },
  ...{ searchData: 'visitor', lotData: 'visitor', mapPageData: 'visitor', boardData: 'visitor' },
  ...{
    communes: 'visitor',
    photo: 'visitor',
    mapData: 'visitor',
    suggestions: 'visitor',
    api: 'visitor',
    vitals: 'visitor',
  },
  ...{ script: 'visitor', style: 'visitor', font: 'visitor', icon: 'visitor' },
  ...{ giverBoard: 'giver', ownLots: 'giver', newLot: 'giver', ownLotData: 'giver' },
  ...{ photoSent: 'giver', photoSuggestion: 'giver', photoSpotting: 'giver' },
  ...{ draftKept: 'giver', lotPosted: 'giver' },
  ...{ takerBoard: 'taker', takerSearch: 'taker', takerSearchData: 'taker', lotCount: 'taker' },
  ...{ takerLot: 'taker', takerLotData: 'taker', reserveData: 'taker', reserved: 'taker' },
  ...{ reservationData: 'taker', threadData: 'taker', messageSent: 'taker', reservations: 'taker' },
} as const satisfies Record<string, Who>

export type KindName = keyof typeof KINDS

/** How much of each kind; only how they stand to each other counts. */
export type Weights = Readonly<Partial<Record<KindName, number>>>

export type Journey = 'lookAround' | 'followLinks' | 'lookAtMap' | 'readBoard' | 'takeSome' | 'giveSome'

/** What reached the server in one visit, by kind: with a browser that holds nothing, and with one that was here before. */
export type Recorded = Readonly<Record<Journey, Readonly<Record<'first' | 'repeat', Weights>>>>

/** Assumed: of a hundred visits, so many go that way. */
const VISITS: Readonly<Record<Journey, number>> = {
  lookAround: 40,
  followLinks: 20,
  lookAtMap: 10,
  readBoard: 5,
  takeSome: 15,
  giveSome: 10,
}
/** Assumed: the share of visits whose browser holds none of our files. Few: their files are what costs the server least. */
const FIRST_VISITS = 0.1
/** Assumed: the share of requests that programs send. No journey holds them. */
const OF_PROGRAMS = 0.05

/** Visits as they were recorded (`--record`), in the shares assumed above. */
function ofVisits(record: Recorded): Weights {
  const sums: Partial<Record<KindName, number>> = {}
  for (const [journey, visits] of Object.entries(VISITS) as [Journey, number][]) {
    const parts = [
      [record[journey].first, FIRST_VISITS],
      [record[journey].repeat, 1 - FIRST_VISITS],
    ] as const
    for (const [counts, share] of parts)
      for (const [kind, count] of Object.entries(counts) as [KindName, number][])
        sums[kind] = (sums[kind] ?? 0) + visits * share * count
  }
  const all = Object.values(sums).reduce((sum, one) => sum + one, 0)
  return { ...sums, api: (all * OF_PROGRAMS) / (1 - OF_PROGRAMS) }
}

/** Pages above all, each asked for anew and none of their files: heavier than any traffic of browsers. In hundredths. */
const PAGES: Weights = {
  ...{ home: 8, searchWords: 13, searchFilters: 11, lot: 20, photo: 14, mapData: 6, board: 4, api: 5 },
  ...{ giverBoard: 3, ownLots: 2, takerSearch: 4, takerLot: 3, reservations: 2 },
  ...{ photoSent: 1, lotPosted: 1, reserved: 2, messageSent: 2 },
}

export const MIXES = { recorded: ofVisits(recorded satisfies Recorded), pages: PAGES }
export type MixName = keyof typeof MIXES

export function isMixName(text: string): text is MixName {
  return Object.hasOwn(MIXES, text)
}

/** What a browser asks once its photo is there: never drawn, each photo brings its own. */
export const FOLLOWING: readonly KindName[] = ['photoSuggestion', 'photoSpotting', 'draftKept', 'lotPosted']

/** The kinds of a mix that are drawn, the likeliest first. */
function drawnOf(weights: Weights): [KindName, number][] {
  const all = Object.entries(weights) as [KindName, number][]
  return all.filter(([kind]) => !FOLLOWING.includes(kind)).sort(([, a], [, b]) => b - a)
}

/** A kind by its share; `draw` is from 0 to 1, 1 excluded. */
export function drawKind(weights: Weights, draw: number): KindName {
  const drawn = drawnOf(weights)
  let left = draw * drawn.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [kind, weight] of drawn) {
    left -= weight
    if (left < 0) return kind
  }
  return drawn[0]![0]
}

/** What follows each photo of a mix, in order, as often as the mix has it for one photo. */
export function followersOf(weights: Weights): KindName[] {
  const photos = weights.photoSent ?? 0
  return FOLLOWING.flatMap((kind) =>
    Array.from({ length: Math.round((weights[kind] ?? 0) / photos) }, () => kind),
  )
}
