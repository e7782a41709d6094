import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { proposeForLot } from '~/features/matching/commands/propose-pairs.server'
import { setWeights } from '~/features/matching/commands/set-weights.server'
import type { ReplayedComputation } from '~/features/matching/model/replayed-pair'
import type { PairScore } from '~/features/matching/model/score'
import { publishFactors } from '~/features/carbon/commands/publish-factors.server'
import { FACTOR_SET, shippedRows } from '~/features/carbon/model/factors'
import { SHIPPED_WEIGHTS } from '~/features/matching/model/weights'
import type { Actor } from '~/features/organisations/model/permissions'
import { askForFreshScores } from '~/jobs/housekeeping.server'
import { runOnce } from '~/jobs/worker.server'
import { withTx } from '~/platform/transaction.server'
import { makeLot } from '~db/seed/factories/lot'
import { makeNeed } from '~db/seed/factories/need'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { matchPairs } from '~db/sqlite/matching'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { createActor, createActors, type ActorKind } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { loader } from '~/routes/match-replay/route'
import { loader as csv } from '~/routes/match-replay-csv/route'
import { loader as json } from '~/routes/match-replay-json/route'

const NOON = Date.parse('2026-09-15T12:00:00Z')
const HOUR = 3_600_000

let now = NOON
let setup: TestSetup
let actors: Record<ActorKind, Actor>
let pairId: string
let lotId: string
beforeEach(async () => {
  now = NOON
  setClock({ now: () => now })
  setup = await setupDatabase()
  actors = await createActors()
  const { giver, taker } = actors
  const site = makeSite({ organisationId: giver.organisationId, communeCode: '93048' })
  const lot = makeLot({ organisationId: giver.organisationId, siteId: site.id, communeCode: '93048' })
  const need = makeNeed({ organisationId: taker.organisationId, communeCode: '93006' })
  await withTx((tx) => insertRows(tx, { sites: [site], lots: [lot], needs: [need] }))
  lotId = lot.id
  await proposeForLot(lotId)
  pairId = (await setup.database.read.select().from(matchPairs))[0]!.id
})
afterEach(() => {
  setup.cleanup()
  setClock()
})

type Page = {
  computations: ReplayedComputation[]
  today: PairScore | { ok: false; failures: { reason: string }[] }
}
const see = async (who: Actor | null, id = pairId) =>
  answerOf(loader(argsOf(await requestAs(who, `/rapprochements/${id}`), { pairId: id })))
const page = async () => (await see(actors.giver)) as Page
const run = (sql: string, ...values: (string | number)[]) => setup.database.writer.prepare(sql).run(...values)

describe('who may replay a pair', () => {
  it('both of its sides and the team of the Métropole', async () => {
    for (const who of [actors.giver, actors.taker, actors.admin]) {
      const seen = (await see(who)) as Page
      expect(seen.computations.map(({ scoreCenti }) => scoreCenti)).toEqual([expect.any(Number)])
    }
  })

  it('nobody else, in any form', async () => {
    const strangers = [await createActor('giver'), await createActor('taker'), actors.agent]
    for (const who of strangers) {
      expect(await see(who)).toMatchObject({ status: 404 })
      for (const file of [csv, json]) {
        const request = await requestAs(who, `/rapprochements/${pairId}`)
        expect(await answerOf(file(argsOf(request, { pairId })))).toMatchObject({ status: 404 })
      }
    }
    expect(await see(null)).toMatchObject({ status: 302 })
    expect(await see(actors.giver, newId())).toMatchObject({ status: 404 })
    expect(await see(actors.giver, 'nonsense')).toMatchObject({ status: 404 })
  })
})

describe('a computation', () => {
  it('comes out the same from what was kept, whatever the lot and the weights have become', async () => {
    const before = (await page()).computations[0]!
    now += HOUR
    await setWeights({
      actor: actors.admin,
      seen: 'p0',
      of: { ...SHIPPED_WEIGHTS.of, fit: 0.1, cover: 0.25 },
      reason: 'La quantité compte plus',
    })
    run('update lots set available_milli = 10000 where id = ?', lotId)
    await proposeForLot(lotId)
    const { computations, today } = await page()
    expect(computations.map(({ weightsVersion }) => weightsVersion)).toEqual(['p1', 'p0'])
    expect(computations[1]).toEqual(before)
    for (const { replay } of computations) expect(replay).toMatchObject({ kind: 'redone', isSame: true })
    expect(computations[0]!.scoreCenti).not.toBe(before.scoreCenti)
    expect(today).toMatchObject({ ok: true, weightsVersion: 'p1', score: computations[0]!.scoreCenti / 100 })
  })

  it('whose total was changed behind its back is told from what it gives', async () => {
    run('update match_computations set score_centi = 9999')
    expect((await page()).computations[0]!.replay).toMatchObject({ kind: 'redone', isSame: false })
  })

  it.each([
    ['formula_version', 'v1', 'other-formula'],
    ['factor_version', 'desnz-2019.1', 'unknown-factors'],
    ['weights_version', 'p8', 'unknown-weights'],
    ['lot_side', '{"id":"x"}', 'unreadable'],
  ])('of another %s is shown as kept, not redone', async (column, value, kind) => {
    run(`update match_computations set ${column} = ?`, value)
    const [computation] = (await page()).computations
    expect(computation!.replay).toEqual({ kind })
    expect(Object.keys(computation!.partsCenti)).toHaveLength(7)
  })
})

it('follows the weights: pairs scored by former ones are scored again, once', async () => {
  await setWeights({
    actor: actors.admin,
    seen: 'p0',
    of: { ...SHIPPED_WEIGHTS.of, fit: 0.1, cover: 0.25 },
    reason: 'La quantité compte plus',
  })
  for (let round = 0; round < 2; round++) {
    now += HOUR
    await askForFreshScores()
    while (await runOnce('replay-test'));
  }
  const { computations } = await page()
  expect(computations.map(({ weightsVersion }) => weightsVersion)).toEqual(['p1', 'p0'])
  const [pair] = await setup.database.read.select().from(matchPairs)
  expect(pair!.scoreCenti).toBe(computations[0]!.scoreCenti)
})

/** Publishes other factors for wood, valid from a day on. */
const publishWood = async (validFrom: string, seen = FACTOR_SET.version) => {
  const rows = shippedRows().map((row) => ({ ...row, kgCo2ePerKg: row.kgCo2ePerKg * 3 }))
  const done = await publishFactors({ actor: actors.admin, rows, validFrom, reason: 'Bois local', seen })
  expect(done).toMatchObject({ ok: true, value: { version: 'f1' } })
}

it('follows the factors in force: a pair is scored again once, each computation redone with those of its own', async () => {
  const before = (await page()).computations[0]!
  await publishWood('2026-09-16')
  // Published, but for handovers of tomorrow on: today's score stands.
  await askForFreshScores()
  while (await runOnce('replay-test'));
  expect((await page()).computations.map(({ factorVersion }) => factorVersion)).toEqual([FACTOR_SET.version])

  now += 24 * HOUR
  for (let round = 0; round < 2; round++) {
    now += HOUR
    await askForFreshScores()
    while (await runOnce('replay-test'));
  }
  const { computations, today } = await page()
  expect(computations.map(({ factorVersion }) => factorVersion)).toEqual(['f1', FACTOR_SET.version])
  expect(computations[1]).toEqual(before)
  for (const { replay } of computations) expect(replay).toMatchObject({ kind: 'redone', isSame: true })
  expect(computations[0]!.partsCenti.carbon).toBeGreaterThan(before.partsCenti.carbon!)
  expect(today).toMatchObject({ ok: true, factorVersion: 'f1', score: computations[0]!.scoreCenti / 100 })
})

it('says every filter that the pair fails today', async () => {
  run('update lots set condition = 1, available_milli = 0 where id = ?', lotId)
  expect((await page()).today).toEqual({
    ok: false,
    failures: [
      { ok: false, reason: 'nothing-free' },
      { ok: false, reason: 'condition' },
    ],
  })
})

it('gives the computations as files, kept and redone', async () => {
  const args = async (ending: string) =>
    argsOf(await requestAs(actors.taker, `/rapprochements/${pairId}${ending}`), { pairId })
  const lines = (await (await csv(await args('.csv'))).text()).trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('2026-09-15T12:00:00.000Z')
  expect(lines[1]).toContain('Identique')
  const all = (await (await json(await args('.json'))).json()) as Page & { format: string }
  expect(all.format).toBe('gisement-match-replay/1')
  expect(all.computations[0]).toEqual((await page()).computations[0])
})
