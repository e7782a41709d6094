import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { runOnce } from '~/jobs/worker.server'
import { publishFactors } from '~/features/carbon/commands/publish-factors.server'
import { FACTOR_SET, shippedRows } from '~/features/carbon/model/factors'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { findLot } from '~/features/lots/queries.server'
import { askForPlan, keepPlanCurrent } from '~/features/matching/commands/ask-for-plan.server'
import { makePlanNow } from '~/features/matching/commands/make-plan.server'
import { gapOf } from '~/features/matching/model/plan/plan'
import { dismissPair, takePairBack } from '~/features/matching/commands/dismiss-pair.server'
import { proposeForLot } from '~/features/matching/commands/propose-pairs.server'
import { makePlan } from '~/features/matching/model/plan/make-plan'
import { solverWithin } from '~/features/matching/plan-solver'
import { fromParcel, inParcels, type PlanParcels } from '~/features/matching/plan-parcels'
import { keepInThread, planInThread, stopPlanner } from '~/features/matching/plan-thread.server'
import { readPlanSnapshot } from '~/features/matching/queries/plan-snapshot.server'
import { listPartsOfPlan } from '~/features/matching/queries/plan-parts.server'
import { findLatestPlan, isPlanAwaited } from '~/features/matching/queries/plans.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { noteChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { findNeed } from '~/features/needs/queries.server'
import { accepts, opensSite, publishes, requests, states } from '~tests/support/answers'
import { createActor } from '~tests/support/actors'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let taker: Actor
let siteId = ''

beforeAll(() => setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) }))
beforeEach(async () => {
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  siteId = await opensSite(giver)
})
afterEach(() => open.remove())
afterAll(async () => {
  await stopPlanner()
  setClock()
})

const partsOf = (planId: string) =>
  listPartsOfPlan({ planId, filter: {}, today: TODAY }, { limit: 99, offset: 0 })

async function planned() {
  const id = await makePlanNow({ actorUserId: null })
  const plan = (await findLatestPlan())!
  expect(plan.id).toBe(id)
  return { plan, parts: await partsOf(id) }
}

describe('a plan for all', () => {
  it('is made in a thread, proven the best, and kept with what it was made from', async () => {
    const lotId = await publishes(giver, siteId)
    const needId = await states(taker)
    const { plan, parts } = await planned()
    expect(parts).toMatchObject([
      { lotId, needId, quantityMilli: 8000, massG: 320_000, criticalOn: addDays(TODAY, 40) },
    ])
    expect(plan).toMatchObject({ day: TODAY, weightsVersion: 'p0' })
    expect(gapOf(plan.summary)).toBe(0)
    expect(plan.summary).toMatchObject({ lots: 1, needs: 1, pairs: 1, method: 'simplex', moved: null })
  })

  it('leaves what is held to those who hold it', async () => {
    const lotId = await publishes(giver, siteId)
    const needId = await states(taker)
    const other = await makeActor('taker')
    const reservationId = await requests(other, lotId, 7)
    expect((await planned()).parts).toMatchObject([{ lotId, needId, quantityMilli: 5000 }])
    await accepts(giver, reservationId)
    await requests(taker, lotId, 3, needId)
    expect((await planned()).parts).toMatchObject([{ lotId, needId, quantityMilli: 2000 }])
    expect((await findLot(lotId))!.availableMilli).toBe(2000)
    expect((await findNeed(needId))!.openMilli).toBe(8000)
  })

  it('never asks for less than a giver gives', async () => {
    await publishes(giver, siteId, { splitting: 'whole' })
    await states(taker)
    expect((await planned()).parts).toEqual([])
    const least = await publishes(giver, siteId, { minTake: '8' })
    expect((await planned()).parts).toMatchObject([{ lotId: least, quantityMilli: 8000 }])
  })

  it('is the same, to the byte, from the same rows in any order', async () => {
    for (let at = 0; at < 6; at++) {
      await publishes(giver, siteId, { quantity: String(3 + at) })
      await states(taker, { quantity: String(2 + at) })
    }
    const snapshot = await readPlanSnapshot(TODAY)
    const turned = { ...snapshot, lots: snapshot.lots.toReversed(), needs: snapshot.needs.toReversed() }
    const made = await Promise.all([snapshot, turned].map((one) => makePlan(one, solverWithin(60_000))))
    expect(made[0]!.parts.length).toBeGreaterThan(5)
    expect(JSON.stringify(made[1])).toBe(JSON.stringify(made[0]))
  })

  it('is made again only once something that it reads has changed, and says what moved', async () => {
    const first = await publishes(giver, siteId)
    await publishes(giver, siteId, { quantity: '5' })
    await states(taker)
    const before = await planned()
    expect((await planned()).plan.id).toBe(before.plan.id)
    await changeLotStatus({ actor: giver, lotId: first, status: 'paused' })
    const after = await planned()
    expect(after.plan.id).not.toBe(before.plan.id)
    expect(after.parts.map(({ lotId }) => lotId)).not.toContain(first)
    expect(after.plan.summary.moved?.gone).toBe(0)
    const asked = await makePlanNow({ actorUserId: taker.userId })
    expect(asked).not.toBe(after.plan.id)
  })

  it('counts with the factors in force, and is made again when others are published', async () => {
    const brick = { material: 'brick', attributes: {}, quantity: '1000' }
    await publishes(giver, siteId, { ...brick, massKg: '2300', title: 'Briques' })
    await states(taker, brick)
    const before = await planned()
    expect(before.plan.factorVersion).toBe(FACTOR_SET.version)
    const rows = shippedRows().map((row) => ({ ...row, kgCo2ePerKg: row.kgCo2ePerKg * 2 }))
    const seen = FACTOR_SET.version
    const actor = await createActor('admin')
    expect((await publishFactors({ actor, rows, validFrom: TODAY, reason: 'Essai', seen })).ok).toBe(true)
    await keepPlanCurrent()
    while (await runOnce('test'));
    const after = (await findLatestPlan())!
    expect(after).toMatchObject({ factorVersion: 'f1' })
    expect(after.id).not.toBe(before.plan.id)
    // 2,300 kg × 0.24179 kg more.
    expect(after.summary.netG - before.plan.summary.netG).toBe(556_117)
  })

  it('is asked for once by many changes, and made by the worker', async () => {
    await publishes(giver, siteId)
    await states(taker)
    await keepPlanCurrent()
    await keepPlanCurrent()
    await askForPlan(await createActor('admin'))
    expect(await isPlanAwaited()).toBe(true)
    while (await runOnce('test'));
    expect(await isPlanAwaited()).toBe(false)
    expect((await partsOf((await findLatestPlan())!.id)).length).toBe(1)
    await keepPlanCurrent()
    expect(await isPlanAwaited()).toBe(false)
  })

  it('follows what a side sets aside and takes back, not scores that are reckoned again', async () => {
    const lotId = await publishes(giver, siteId)
    const needId = await states(taker)
    while (await runOnce('test'));
    const before = await planned()
    await proposeForLot(lotId)
    await withTx(async (tx) => noteChange(tx, 'match-pair', lotId))
    expect((await planned()).plan.id).toBe(before.plan.id)
    const pairId = open.writer
      .prepare('select id from match_pairs where lot_id = ?')
      .pluck()
      .get(lotId) as string
    const act = { actor: giver, pairId }
    expect((await dismissPair({ ...act, reason: 'far', note: '' })).ok).toBe(true)
    expect((await planned()).parts).toEqual([])
    expect((await takePairBack(act)).ok).toBe(true)
    expect((await planned()).parts).toMatchObject([{ lotId, needId }])
  })

  it('made where the one before stands is the one made from nothing, whatever happened meanwhile', async () => {
    const lotIds: string[] = []
    const isSame = async () => {
      const { figures, parts } = await planInThread()
      const { ms: _ms, cpuMs: _cpuMs, isContinued, ...told } = figures
      const made = await makePlan(await readPlanSnapshot(TODAY), solverWithin(60_000))
      expect([parts.flatMap(fromParcel), told]).toEqual([made.parts, made.figures])
      return { parts: made.parts.length, isContinued }
    }
    for (let at = 0; at < 5; at++) {
      lotIds.push(
        await publishes(giver, siteId, { quantity: String(2 + at), ...(at === 3 && { minTake: '3' }) }),
      )
      await states(taker, { quantity: String(4 - (at % 3)) })
    }
    expect((await isSame()).parts).toBeGreaterThan(3)
    await changeLotStatus({ actor: giver, lotId: lotIds[1]!, status: 'paused' })
    await publishes(giver, siteId, { quantity: '7' })
    expect(await isSame()).toMatchObject({ isContinued: true })
    await requests(taker, lotIds[2]!, 1)
    await states(taker, { quantity: '9' })
    expect((await isSame()).parts).toBeGreaterThan(3)
    await stopPlanner()
    expect(await isSame()).toMatchObject({ isContinued: false })
  })

  it('of very many parts is kept by a thread, whole or not at all, beside what this process writes', async () => {
    const lotIds: string[] = []
    for (let at = 0; at < 5; at++) lotIds.push(await publishes(giver, siteId))
    const needId = await states(taker)
    const partOf = (lotId: string) => ({
      ...{ lotId, needId, quantityMilli: 1000, netG: null, massG: null, scoreCenti: 1, criticalOn: TODAY },
    })
    const { parts: _, figures, ...from } = await planInThread()
    const keep = (id: string, parts: PlanParcels) =>
      keepInThread({
        row: { id, ...from, computedAtMs: 5, formulaVersion: 'f', summary: figures },
        ...{ parts, actorUserId: null },
      })
    const held = withTx(async () => void (await wait(400)))
    await Promise.all([
      held,
      keep(
        'kept',
        lotIds.flatMap((id) => inParcels([partOf(id)])),
      ),
    ])
    expect((await partsOf('kept')).map(({ lotId }) => lotId).sort()).toEqual(lotIds.sort())
    await expect(
      keep('broken', [...inParcels([partOf(lotIds[0]!)]), ...inParcels([partOf('nobody')])]),
    ).rejects.toThrow(/foreign key/i)
    expect((await findLatestPlan())!.id).toBe('kept')
    expect(await partsOf('broken')).toEqual([])
  })

  it('fails alone when its thread does', async () => {
    await expect(planInThread({ deadlineMs: 1000, timeoutMs: 1 })).rejects.toThrow(/No answer within 1 ms/)
    expect((await planInThread()).parts).toEqual([])
  })
})
