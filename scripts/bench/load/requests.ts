import sharp from 'sharp'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { NO_HAZARD } from '~/features/lots/model/posting-answers'
import { builtFiles } from './files'
import type { Account, Market } from './market'
import { KINDS, type KindName } from './mix'
import type { WrittenTable } from './writes'

/** One request to send, and what its answer must be to count as what was asked for. */
export type Planned = {
  kind: KindName
  method: 'GET' | 'POST'
  path: string
  cookie: string | null
  type?: string
  body?: string | Buffer
  /** 2xx for what is read; a form's answer sends the browser on to `to`. */
  expects: { status: number; to?: string }
  /** The row that the answer acknowledges. */
  writes?: { table: WrittenTable; id: string }
  /** What the client does once it is acknowledged. */
  then?: () => void
}

/** One client: its address, the people who use it, and what it has still to send. */
export type Client = {
  address: string
  giver: Account
  taker: Account
  next: Planned[]
  /** The photo that the giver sent last. */
  photoId?: string
  /** The draft that the giver's form keeps. */
  draftId?: string
}

export type Asked = {
  market: Market
  client: Client
  random: () => number
  pictures: readonly Buffer[]
  /** What a browser asks once its photo is there. */
  followers: readonly KindName[]
}
type Part = Pick<Planned, 'path'> & Partial<Planned>

const FORM = 'application/x-www-form-urlencoded'
const BOUNDARY = 'gisement-bench-load'
const PLACES = [9, 11, 13]

/** The next request of a client of this kind. */
export function plan(kind: KindName, asked: Asked): Planned {
  const who = KINDS[kind]
  const cookie = who === 'visitor' ? null : asked.client[who].cookie
  return { kind, method: 'GET', cookie, expects: { status: 200 }, ...MAKERS[kind](asked) }
}

const MAKERS: Record<KindName, (asked: Asked) => Part> = {
  home: () => ({ path: paths.home() }),
  searchWords: (asked) => ({ path: `${paths.lots()}?${new URLSearchParams({ q: wordsOf(asked) })}` }),
  searchFilters: (asked) => ({ path: `${paths.lots()}?${filtersOf(asked)}` }),
  lot: (asked) => ({ path: paths.lot(pick(asked, asked.market.lots).id) }),
  photo: (asked) => ({ path: paths.photoFile(pick(asked, asked.market.photoFiles)) }),
  mapData: (asked) => ({ path: `${paths.lotsMapData()}?${viewportOf(asked)}` }),
  board: (asked) => ({ path: paths.commune(pick(asked, asked.market.communes).code) }),
  api: (asked) => ({ path: paths.apiV1(asked.random() < 0.5 ? '/lots' : '/communes') }),
  giverBoard: () => ({ path: paths.dashboard() }),
  ownLots: () => ({ path: paths.myLots() }),
  takerSearch: (asked) => ({ path: `${paths.lots()}?${filtersOf(asked)}` }),
  takerLot: (asked) => ({ path: paths.lot(pick(asked, asked.market.lots).id) }),
  reservations: () => ({ path: paths.reservations() }),
  searchData: (asked) => ({ path: asData(`${paths.lots()}?${filtersOf(asked)}`) }),
  lotData: (asked) => ({ path: asData(paths.lot(pick(asked, asked.market.lots).id)) }),
  suggestions: (asked) => ({ path: paths.lotSuggestions(wordsOf(asked)) }),
  mapPageData: () => ({ path: asData(paths.lotsMap()) }),
  communes: () => ({ path: paths.communes() }),
  boardData: (asked) => ({ path: asData(paths.commune(pick(asked, asked.market.communes).code)) }),
  vitals: () => ({ ...VITALS, body: JSON.stringify({ page: '/lots/:id', values: { LCP: 1200, CLS: 0 } }) }),
  script: (asked) => ({ path: pick(asked, builtFiles('js')) }),
  style: (asked) => ({ path: pick(asked, builtFiles('css')) }),
  font: (asked) => ({ path: pick(asked, builtFiles('woff2')) }),
  icon: () => ({ path: '/favicon.svg' }),
  newLot: () => ({ path: paths.newLot() }),
  ownLotData: (asked) => ({ path: asData(paths.lot(ownLot(asked).id)) }),
  photoSuggestion: ({ client }) => ({ path: paths.photoSuggestion(client.photoId ?? '') }),
  photoSpotting: ({ client }) => ({ path: paths.photoSpotting(client.photoId ?? '') }),
  takerBoard: () => ({ path: paths.dashboard() }),
  takerSearchData: (asked) => ({ path: asData(`${paths.lots()}?${filtersOf(asked)}`) }),
  lotCount: (asked) => ({ path: asData(paths.lotsCount(`?${filtersOf(asked)}`)) }),
  takerLotData: (asked) => ({ path: asData(paths.lot(pick(asked, asked.market.lots).id)) }),
  reserveData: (asked) => ({ path: asData(paths.newReservation(pick(asked, freeLots(asked)).id)) }),
  reservationData: (asked) => ({ path: asData(paths.reservation(pick(asked, asked.client.taker.threads))) }),
  threadData: (asked) => ({
    path: asData(paths.reservationMessages(pick(asked, asked.client.taker.threads))),
  }),
  photoSent: sendPhoto,
  draftKept: keepDraft,
  lotPosted: postLot,
  reserved: reserve,
  messageSent: sendMessage,
}

function pick<T>({ random }: Asked, among: readonly T[]): T {
  return among[Math.floor(random() * among.length)]!
}

const VITALS: Part = {
  method: 'POST',
  path: paths.tellVitals(),
  type: 'application/json',
  expects: { status: 204 },
}

/** What a page's script asks for, in the place of the page. */
function asData(path: string): string {
  return path.replace(/(?=\?|$)/, '.data')
}

function ownLot(asked: Asked) {
  const { organisationId } = asked.client.giver
  return asked.market.lots.findLast((lot) => lot.organisationId === organisationId) ?? asked.market.lots[0]!
}

/** Lots of others that have one unit left. */
function freeLots({ market, client }: Asked) {
  const { organisationId } = client.taker
  return market.lots.filter((lot) => lot.freeMilli >= 1000 && lot.organisationId !== organisationId)
}

/** Two words of something that is offered. */
function wordsOf(asked: Asked): string {
  return pick(asked, asked.market.titles).split(/\s+/).slice(0, 2).join(' ')
}

function filtersOf(asked: Asked): URLSearchParams {
  const place = { commune: pick(asked, asked.market.communes).code, rayon: '15' }
  const choices: Record<string, string>[] = [
    { materiau: pick(asked, asked.market.materials) },
    { ...place, etat: '3' },
    { ...place, materiau: pick(asked, asked.market.materials) },
    { don: 'oui', q: wordsOf(asked) },
  ]
  return new URLSearchParams(pick(asked, choices))
}

function viewportOf(asked: Asked): URLSearchParams {
  const { lat, lon } = pick(asked, asked.market.communes)
  const zoom = pick(asked, PLACES)
  const half = 90 / 2 ** (zoom - 1)
  const bbox = [lon - half, lat - half, lon + half, lat + half].map((degrees) => degrees.toFixed(4))
  return new URLSearchParams({ bbox: bbox.join(','), zoom: String(zoom) })
}

/** A photo, with what follows it: what the model saw of it, and the lot that shows it. */
function sendPhoto(asked: Asked): Part {
  const id = newId()
  const file = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="photo"; filename="lot.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`
  const end = `\r\n--${BOUNDARY}--\r\n`
  return {
    method: 'POST',
    path: paths.photoUpload(id),
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.concat([Buffer.from(file), pick(asked, asked.pictures), Buffer.from(end)]),
    expects: { status: 201 },
    writes: { table: 'photos', id },
    then: () => {
      asked.client.photoId = id
      for (const kind of asked.followers) asked.client.next.push(plan(kind, asked))
    },
  }
}

function keepDraft({ client }: Asked): Part {
  client.draftId ??= newId()
  const answers = { takenAtMs: String(nowMs()), photoIds: client.photoId ?? '', material: 'door' }
  return {
    ...{ method: 'POST', path: paths.lotDraft(client.draftId), type: FORM },
    body: new URLSearchParams({
      ...answers,
      title: 'Portes de bureau',
      quantity: '500',
      unit: 'u',
    }).toString(),
  }
}

function postLot({ market, client }: Asked): Part {
  const { giver, photoId = newId() } = client
  const id = newId()
  const today = isoDayOf(nowMs())
  const body = new URLSearchParams({
    ...{ id, compte: giver.userId, siteId: giver.siteId ?? '', photoIds: photoId },
    ...{ material: 'door', quantity: '500', unit: 'u', condition: '4', hazards: NO_HAZARD },
    ...{ availableFrom: today, availableUntil: addDays(today, 60), cedingRight: 'owner' },
  })
  return {
    method: 'POST',
    path: paths.fieldSend(),
    type: FORM,
    body: body.toString(),
    writes: { table: 'lots', id },
    then: () => market.lots.push({ id, organisationId: giver.organisationId, freeMilli: 500_000 }),
  }
}

/** One unit of a lot of others that has one left. */
function reserve(asked: Asked): Part {
  const { threads } = asked.client.taker
  const id = newId()
  const lot = pick(asked, freeLots(asked))
  lot.freeMilli -= 1000
  return {
    method: 'POST',
    path: paths.newReservation(lot.id),
    type: FORM,
    body: new URLSearchParams({ id, quantity: '1', noResale: 'yes', message: 'Pour mardi.' }).toString(),
    expects: { status: 302, to: paths.reservation(id) },
    writes: { table: 'reservations', id },
    then: () => threads.push(id),
  }
}

function sendMessage(asked: Asked): Part {
  const id = newId()
  const path = paths.reservationMessages(pick(asked, asked.client.taker.threads))
  const fields = { id, text: 'Bonjour, à quelle heure peut-on venir charger ?' }
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return {
    ...{ method: 'POST', path, type: `multipart/form-data; boundary=${BOUNDARY}` },
    body: `${parts.join('')}--${BOUNDARY}--\r\n`,
    expects: { status: 302, to: path },
    writes: { table: 'reservation_messages', id },
  }
}

/** Pictures as a telephone sends them once it has made them smaller: 1,600 pixels wide, grain included. */
export function drawPictures(count: number): Promise<Buffer[]> {
  const draw = (_: unknown, index: number) => {
    const noise = { type: 'gaussian', mean: 100 + index * 10, sigma: 12 } as const
    const grain = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#888', noise } })
    return grain.jpeg({ quality: 80 }).toBuffer()
  }
  return Promise.all(Array.from({ length: count }, draw))
}
