import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays, isoDayOf, type IsoDay } from '~/core/days'
import { newId } from '~/core/ids'
import { refused } from '~/core/result'
import { FACTOR_SET, shippedRows } from '~/features/carbon/model/factors'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { selectLots } from '~/features/lots/queries.server'
import { dismissPair, takePairBack } from '~/features/matching/commands/dismiss-pair.server'
import { proposeForLot } from '~/features/matching/commands/propose-pairs.server'
import { currentMatchIndex } from '~/features/matching/match-index.server'
import { countLotsForNeed, findLotsForNeed, findNeedsForLot } from '~/features/matching/queries.server'
import { changeNeed } from '~/features/needs/commands/change-need.server'
import { changeNeedStatus } from '~/features/needs/commands/change-need-status.server'
import { selectNeeds } from '~/features/needs/queries.server'
import {
  restoreOrganisation,
  suspendOrganisation,
} from '~/features/organisations/commands/suspend-organisation.server'
import { updateOrganisation } from '~/features/organisations/commands/update-organisation.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { reader } from '~/platform/db.server'
import { matchPairs } from '~db/sqlite/matching'
import { reservations } from '~db/sqlite/reservations'
import { diceFor, type Dice } from '~db/seed/dice'
import { createActor } from '~tests/support/actors'
import { accepts, opensSite, publishes, requests, states } from '~tests/support/answers'
import { changes } from '~tests/support/change-lot'
import { connectionTo, setupDatabase, type TestSetup } from '~tests/support/database'
import { TODAY } from '~tests/support/deal'
import { plainScan } from '~tests/support/plain-scan'

const MONTREUIL = '93048'
const BAGNOLET = '93006'
const BEST = 4

let setup: TestSetup
let today: IsoDay = TODAY
beforeAll(async () => {
  setClock({ now: () => Date.parse(`${today}T12:00:00Z`) })
  setup = await setupDatabase()
})
afterAll(() => {
  setup.cleanup()
  setClock()
})

const told = (ranked: readonly { item: { id: string }; pair: { score: number } }[]) =>
  ranked.map(({ item, pair }) => [item.id, pair.score])

/** Holds what the index answers against the tables, for every lot and need; answers how many pairs there were. */
async function expectSame(): Promise<number> {
  const plain = await plainScan(today)
  let pairs = 0
  const index = await currentMatchIndex()
  for (const lot of plain.lots) {
    expectHeld(index.lots.get(lot.id), plain.sideOfLot(lot))
    const expected = told(plain.needsFor(lot, BEST))
    expect(told(await findNeedsForLot(lot, BEST))).toEqual(expected)
    pairs += expected.length
  }
  for (const need of plain.needs) {
    expectHeld(index.needs.get(need.id), plain.sideOfNeed(need))
    expect(told(await findLotsForNeed(need, BEST))).toEqual(told(plain.lotsFor(need, BEST)))
    expect(await countLotsForNeed(need)).toBe(plain.lotsFor(need, 1000).length)
  }
  return pairs
}

function expectHeld(held: object | undefined, side: object | undefined): void {
  if (side) expect(held).toMatchObject(side)
  else expect(held).toBeUndefined()
}

type Scene = { givers: Actor[]; takers: Actor[]; admin: Actor; sites: Map<string, string>; dice: Dice }

async function openScene(): Promise<Scene> {
  const givers = [await createActor('giver'), await createActor('giver', { communeCode: BAGNOLET })]
  const takers = [
    await createActor('taker'),
    await createActor('taker', { communeCode: BAGNOLET }),
    await createActor('taker', { communeCode: '92050' }),
  ]
  const sites = new Map<string, string>()
  for (const giver of givers) sites.set(giver.organisationId, await opensSite(giver))
  return { givers, takers, admin: await createActor('admin'), sites, dice: diceFor('commands') }
}

/** Answers of a lot, staged or public. */
function lotAnswers(dice: Dice): Record<string, unknown> {
  const from = addDays(today, dice.int(-5, 20))
  const staged = {
    visibility: 'staged',
    territory: 'commune',
    territoryFrom: addDays(today, 2),
    publicFrom: addDays(today, 4),
  }
  return {
    quantity: String(dice.int(1, 40)),
    condition: String(dice.int(2, 5)),
    availableFrom: from,
    availableUntil: addDays(from, dice.int(10, 60)),
    ...(dice.int(0, 2) === 0 ? staged : {}),
  }
}

function needAnswers(dice: Dice): Record<string, unknown> {
  const from = addDays(today, dice.int(-5, 20))
  return {
    quantity: String(dice.int(1, 30)),
    communeCode: dice.pick([MONTREUIL, BAGNOLET, '92050']),
    neededFrom: from,
    neededUntil: addDays(from, dice.int(5, 60)),
    radiusKm: String(dice.int(3, 25)),
    minCondition: String(dice.int(1, 4)),
  }
}

type Act = (scene: Scene) => Promise<unknown>

/** Everything that changes what matching reads, through the commands; a refusal is as good as a change. */
const ACTS: Record<string, Act> = {
  publish: ({ dice, givers, sites }) => {
    const giver = dice.pick(givers)
    return publishes(giver, sites.get(giver.organisationId)!, lotAnswers(dice))
  },
  state: ({ dice, takers }) => states(dice.pick(takers), needAnswers(dice)),
  changeLot: async ({ dice, givers }) => {
    const { lot, giver } = await anyLot(dice, givers)
    return changes(giver, lot.id, { quantity: String(dice.int(20, 60)), condition: String(dice.int(1, 5)) })
  },
  changeNeed: async ({ dice, takers }) => {
    const { need, taker } = await anyNeed(dice, takers)
    const { material, unit, communeCode, neededFrom, neededUntil, attributes } = need
    const kept = { material, unit, communeCode, neededFrom, neededUntil, attributes }
    const changed = {
      quantity: dice.int(10, 50) * 1000,
      radiusKm: dice.int(3, 40),
      minCondition: dice.int(1, 4),
    }
    const words = { title: need.title, description: need.description }
    return changeNeed({ actor: taker, needId: need.id, ...kept, ...changed, ...words })
  },
  moveLot: async ({ dice, givers }) => {
    const { lot, giver } = await anyLot(dice, givers)
    const status = dice.pick(['paused', 'published', 'published', 'withdrawn'] as const)
    return changeLotStatus({ actor: giver, lotId: lot.id, status })
  },
  moveNeed: async ({ dice, takers }) => {
    const { need, taker } = await anyNeed(dice, takers)
    const status = dice.pick(['paused', 'open', 'open', 'closed'] as const)
    return changeNeedStatus({ actor: taker, needId: need.id, status })
  },
  request: async ({ dice, givers, takers }) => {
    const { lot } = await anyLot(dice, givers)
    const { need, taker } = await anyNeed(dice, takers)
    const quantity = dice.int(1, 10) * 1000
    const asked = { lotId: lot.id, id: newId(), quantity, needId: need.id, message: '' }
    return requestReservation({ actor: taker, ...asked })
  },
  decide: async ({ dice, givers }) => {
    const all = await reader().select().from(reservations)
    if (all.length === 0) return refused('not-found')
    const { id, giverOrganisationId } = dice.pick(all)
    const giver = givers.find(({ organisationId }) => organisationId === giverOrganisationId)!
    const action = dice.pick(['accept', 'accept', 'refuse', 'cancel'] as const)
    return decideReservation({ actor: giver, reservationId: id, action, criterion: 'first', reason: 'ainsi' })
  },
  suspend: ({ dice, admin, givers, takers }) => {
    const { organisationId } = dice.pick([...givers, ...takers])
    return suspendOrganisation({ actor: admin, organisationId, reason: 'à vérifier' })
  },
  restore: async ({ admin, givers, takers }) => {
    for (const { organisationId } of [...givers, ...takers])
      await restoreOrganisation({ actor: admin, organisationId, reason: 'vérifié' })
  },
  moveOrganisation: ({ dice, takers }) => {
    const communeCode = dice.pick([MONTREUIL, BAGNOLET])
    const siret = dice.pick(['73282932000074', '44306184100047'])
    const says = { organisation: 'Menuiserie', siret, kind: 'company' as const, sides: ['takes' as const] }
    return updateOrganisation({ actor: dice.pick(takers), communeCode, ...says })
  },
  setAside: async ({ dice, givers }) => {
    const { lot, giver } = await anyLot(dice, givers)
    await proposeForLot(lot.id)
    const pairs = (await reader().select().from(matchPairs)).filter(({ lotId }) => lotId === lot.id)
    if (pairs.length === 0) return refused('not-found')
    const { id } = dice.pick(pairs)
    return dice.chance(0.7)
      ? dismissPair({ actor: giver, pairId: id, reason: 'other', note: 'non' })
      : takePairBack({ actor: giver, pairId: id })
  },
  nextDay: ({ dice }) => {
    today = addDays(today, dice.int(1, 2))
    return Promise.resolve()
  },
}

async function anyLot(dice: Dice, givers: readonly Actor[]) {
  const lot = dice.pick(await selectLots())
  return { lot, giver: givers.find(({ organisationId }) => organisationId === lot.organisationId)! }
}

async function anyNeed(dice: Dice, takers: readonly Actor[]) {
  const need = dice.pick(await selectNeeds())
  return { need, taker: takers.find(({ organisationId }) => organisationId === need.organisationId)! }
}

it('answers what the tables say, whatever the commands did', async () => {
  const scene = await openScene()
  for (let at = 0; at < 6; at++) {
    await ACTS.publish!(scene)
    await ACTS.state!(scene)
  }
  const refusals: Record<string, number> = {}
  const granted: Record<string, number> = {}
  let pairs = await expectSame()
  for (let at = 0; at < 130; at++) {
    const name = scene.dice.pick(Object.keys(ACTS))
    const result = await ACTS[name]!(scene)
    const isRefused = typeof result === 'object' && result !== null && 'ok' in result && result.ok === false
    const counts = isRefused ? refusals : granted
    counts[name] = (counts[name] ?? 0) + 1
    pairs += await expectSame()
  }
  // Every act did something, and there was something to rank.
  expect(Object.keys(granted).sort()).toEqual(Object.keys(ACTS).sort())
  expect(pairs).toBeGreaterThan(300)
})

it('knows what a granted reservation leaves a need to want, and what a cancelled one gives back', async () => {
  const [giver, taker] = [await createActor('giver'), await createActor('taker')]
  const window = { neededFrom: today, neededUntil: addDays(today, 40) }
  const days = { availableFrom: today, availableUntil: addDays(today, 40) }
  const lotId = await publishes(giver, await opensSite(giver), days)
  const needId = await states(taker, { ...window, quantity: '8' })
  const held = async () => (await currentMatchIndex()).needs.get(needId)?.quantityMilli
  const reservationId = await requests(taker, lotId, 5, needId)
  expect(await held()).toBe(8_000)
  await accepts(giver, reservationId)
  expect(await held()).toBe(3_000)
  const cancelled = { reservationId, action: 'cancel', reason: 'plus besoin' } as const
  expect((await decideReservation({ actor: taker, ...cancelled })).ok).toBe(true)
  expect(await held()).toBe(8_000)
})

it('follows what another process wrote', async () => {
  const taker = await createActor('taker')
  const giver = await createActor('giver')
  const lotId = await publishes(giver, await opensSite(giver), {
    availableUntil: addDays(today, 40),
    availableFrom: today,
  })
  const needId = await states(taker, { neededFrom: today, neededUntil: addDays(today, 40) })
  const need = async () => (await selectNeeds()).find(({ id }) => id === needId)!
  const lot = async () => (await selectLots()).find(({ id }) => id === lotId)!
  const found = async () => [
    (await findLotsForNeed(await need(), 50)).some(({ item }) => item.id === lotId),
    (await findNeedsForLot(await lot(), 50)).some(({ item }) => item.id === needId),
  ]
  expect(await found()).toEqual([true, true])
  const other = connectionTo(setup.database.file)
  const write = (entity: string, id: string, status: string) => {
    other.prepare(`update ${entity}s set status = ? where id = ?`).run(status, id)
    other.prepare('insert into changes (entity, entity_id, at_ms) values (?, ?, 0)').run(entity, id)
  }
  write('lot', lotId, 'paused')
  expect((await found())[0]).toBe(false)
  write('lot', lotId, 'published')
  write('need', needId, 'paused')
  expect((await found())[1]).toBe(false)
  other.close()
})

it('scores with the factors that another process published, from the next search on', async () => {
  const [giver, taker] = [await createActor('giver'), await createActor('taker')]
  const days = { availableFrom: today, availableUntil: addDays(today, 40) }
  const bricks = { material: 'brick', attributes: {}, quantity: '1000', massKg: '2300' }
  const lotId = await publishes(giver, await opensSite(giver), { ...days, ...bricks, title: 'Briques' })
  const window = { neededFrom: today, neededUntil: addDays(today, 40) }
  const needId = await states(taker, { ...window, material: 'brick', attributes: {}, quantity: '1000' })
  const need = async () => (await selectNeeds()).find(({ id }) => id === needId)!
  const found = async () =>
    (await findLotsForNeed(await need(), 50)).find(({ item }) => item.id === lotId)!.pair
  const avoided = ({ net }: Awaited<ReturnType<typeof found>>) => (net.ok ? net.avoidedGCO2e : NaN)
  const before = await found()
  expect(before).toMatchObject({ factorVersion: FACTOR_SET.version, net: { ok: true } })
  const rows = shippedRows().map((row) => ({ ...row, kgCo2ePerKg: row.kgCo2ePerKg * 2 }))
  const other = connectionTo(setup.database.file)
  other
    .prepare(
      `insert into factor_versions (version, valid_from, rows, reason, published_by_user_id, published_at_ms)
       values ('f1', ?, ?, 'autre', ?, 1)`,
    )
    .run(today, JSON.stringify(rows), taker.userId)
  other.close()
  const after = await found()
  expect(after.factorVersion).toBe('f1')
  expect(avoided(after)).toBe(2 * avoided(before))
  await expectSame()
})

it('is built anew from the tables when too much changed, or when the day is an earlier one', async () => {
  setup.database.writer.exec(`insert into changes (entity, entity_id, at_ms)
    with recursive one (at) as (select 1 union all select at + 1 from one where at < 1500)
    select 'user', 'x', 0 from one`)
  await expectSame()
  today = addDays(today, -10)
  expect(isoDayOf(Date.parse(`${today}T12:00:00Z`))).toBe(today)
  await expectSame()
})
