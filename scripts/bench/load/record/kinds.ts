import type { KindName } from '../mix'
import type { Reached } from './counter'

const ID = '[0-9a-f]{8}-[0-9a-f-]{27}'

/** What a request is for whoever sends it; the first that fits. */
const SHAPES: readonly (readonly [shape: string, kind: KindName])[] = [
  ['GET /assets/.*\\.m?js', 'script'],
  ['GET /assets/.*\\.css', 'style'],
  ['GET /assets/.*\\.woff2', 'font'],
  ['GET /(favicon\\.(svg|ico)|icon-\\d+\\.png|manifest\\.webmanifest)', 'icon'],
  ['GET /fichiers/.*', 'photo'],
  ['GET /lots/carte\\.json\\?.*', 'mapData'],
  ['POST /mesures/vitesse', 'vitals'],
  ['GET /lots/carte\\.data.*', 'mapPageData'],
  ['GET /communes(\\.data)?', 'communes'],
  ['GET /communes/\\w+', 'board'],
  ['GET /communes/\\w+\\.data.*', 'boardData'],
  ['GET /', 'home'],
  ['GET /mes-lots', 'ownLots'],
  ['GET /lots/publier', 'newLot'],
  [`POST /photos/${ID}/envoi`, 'photoSent'],
  [`GET /photos/${ID}/suggestion`, 'photoSuggestion'],
  [`GET /photos/${ID}/reperage`, 'photoSpotting'],
  [`POST /lots/brouillons/${ID}`, 'draftKept'],
  ['POST /lots/publier\\.data.*', 'lotPosted'],
  ['GET /lots/compte.*', 'lotCount'],
  ['GET /lots/suggestions\\?.*', 'suggestions'],
  [`GET /lots/${ID}/reserver\\.data.*`, 'reserveData'],
  [`POST /lots/${ID}/reserver\\.data.*`, 'reserved'],
  [`GET /reservations/${ID}\\.data.*`, 'reservationData'],
  [`GET /reservations/${ID}/messages\\.data.*`, 'threadData'],
  [`POST /reservations/${ID}/messages\\.data.*`, 'messageSent'],
  ['GET /reservations', 'reservations'],
]

/** Those whose kind tells who asks. */
const BY_SIDE: readonly (readonly [shape: string, kinds: Readonly<Record<Side, KindName | null>>])[] = [
  ['GET /tableau-de-bord', { visitor: null, giver: 'giverBoard', taker: 'takerBoard' }],
  ['GET /lots\\?q=.*', { visitor: 'searchWords', giver: null, taker: 'takerSearch' }],
  ['GET /lots(\\?.*)?', { visitor: 'searchFilters', giver: null, taker: 'takerSearch' }],
  ['GET /lots\\.data.*', { visitor: 'searchData', giver: null, taker: 'takerSearchData' }],
  [`GET /lots/${ID}`, { visitor: 'lot', giver: null, taker: 'takerLot' }],
  [`GET /lots/${ID}\\.data.*`, { visitor: 'lotData', giver: 'ownLotData', taker: 'takerLotData' }],
]

export type Side = 'visitor' | 'giver' | 'taker'

/** The kind of what reached the server. @throws Error for what the load could not ask for: a mix leaves nothing out */
export function kindOf(side: Side, { method, path }: Reached): KindName {
  const asked = `${method} ${path}`
  const fits = (shape: string) => new RegExp(`^${shape}$`).test(asked)
  const kind = SHAPES.find(([shape]) => fits(shape))?.[1] ?? BY_SIDE.find(([shape]) => fits(shape))?.[1][side]
  if (!kind) throw new Error(`The load has no kind for «${asked}» of a ${side}`)
  return kind
}
