import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { announceStages } from '~/features/lots/commands/announce-stages.server'
import { proposeForLot, proposeForNeed } from '~/features/matching/commands/propose-pairs.server'
import { findLotsForNeed } from '~/features/matching/queries.server'
import { findNeed } from '~/features/needs/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { askForFirstPairs } from '~/jobs/housekeeping.server'
import { runOnce } from '~/jobs/worker.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { changes } from '~db/sqlite/platform'
import { matchComputations, matchPairs } from '~db/sqlite/matching'
import { requests } from '~tests/support/answers'
import {
  makeActor,
  makeLot,
  makeNeed,
  makeSite,
  noteAll,
  openTestDatabase,
  TODAY,
  type TestDatabase,
} from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let taker: Actor
let now = Date.parse(`${TODAY}T12:00:00Z`)

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker')
})
afterAll(() => {
  setClock()
  open.remove()
})

async function settle(): Promise<void> {
  while (await runOnce('proposals-test'));
}

async function announce(topic: string, payload: Record<string, string>): Promise<void> {
  await withTx((tx) => tell(tx, topic, payload))
  await settle()
}

const newLot = async (units = 50) => makeLot(giver, await makeSite(giver), units)
const pairsOf = (lotId: string) => open.read.select().from(matchPairs).where(eq(matchPairs.lotId, lotId))
const pairChanges = async () =>
  (await open.read.select().from(changes)).filter(({ entity }) => entity === 'match-pair').length
const computationsOf = (pairId: string) =>
  open.read.select().from(matchComputations).where(eq(matchComputations.pairId, pairId))
const set = (table: 'lots' | 'needs', column: string, value: string | number, id: string) => {
  open.writer.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`).run(value, id)
  noteAll(open)
}

describe('a lot that is published', () => {
  it('proposes its pairs to both sides, once, with what they were computed from', async () => {
    const [needId, lotId] = [await makeNeed(taker, 40), await newLot()]
    const before = await pairChanges()
    await announce('lot.published', { lotId })
    await announce('need.stated', { needId })
    await Promise.all([proposeForLot(lotId), proposeForNeed(needId)])
    const pairs = await pairsOf(lotId)
    expect(pairs).toHaveLength(1)
    expect(pairs[0]).toMatchObject({
      needId,
      giverOrganisationId: giver.organisationId,
      takerOrganisationId: taker.organisationId,
      origin: 'lot',
      isStale: false,
      proposedAtMs: now,
    })
    const computations = await computationsOf(pairs[0]!.id)
    expect(computations).toHaveLength(1)
    expect(computations[0]).toMatchObject({ scoreCenti: pairs[0]!.scoreCenti, weightsVersion: 'p0' })
    expect(await pairChanges()).toBe(before + 1)
  })

  it('is scored again when a side changes, with each computation kept', async () => {
    const lotId = await newLot(50)
    await announce('lot.published', { lotId })
    const [before] = await pairsOf(lotId)
    set('lots', 'unit_price_cents', 90_000, lotId)
    await announce('lot.changed', { lotId })
    const [after] = await pairsOf(lotId)
    expect(after!.id).toBe(before!.id)
    expect(after!.scoreCenti).toBeLessThan(before!.scoreCenti)
    expect(await computationsOf(after!.id)).toHaveLength(2)
  })

  it('is scored again when a part of it is asked for', async () => {
    const lotId = await newLot(50)
    await announce('lot.published', { lotId })
    const [before] = await pairsOf(lotId)
    await requests(await makeActor('taker'), lotId, 40)
    await settle()
    const [after] = await pairsOf(lotId)
    expect(after!.scoreCenti).toBeLessThan(before!.scoreCenti)
  })

  it('leaves a stale pair when it passes the filters no more, and takes it up again when it does', async () => {
    const lotId = await newLot()
    await announce('lot.published', { lotId })
    set('lots', 'condition', 1, lotId)
    await announce('lot.changed', { lotId })
    expect(await pairsOf(lotId)).toMatchObject([{ isStale: true }])
    const before = await pairChanges()
    await announce('lot.changed', { lotId })
    expect(await pairChanges()).toBe(before)
    set('lots', 'condition', 4, lotId)
    await announce('lot.changed', { lotId })
    expect(await pairsOf(lotId)).toMatchObject([{ isStale: false }])
  })
})

describe('pairs that come later', () => {
  it('are proposed on the day on which the lot is first shown', async () => {
    const lotId = await newLot()
    set('lots', 'public_from', addDays(TODAY, 2), lotId)
    await announce('lot.published', { lotId })
    expect(await pairsOf(lotId)).toEqual([])
    now += 2 * 86_400_000
    await announceStages()
    await settle()
    expect(await pairsOf(lotId)).toHaveLength(1)
  })

  it('are proposed for open lots that never had any', async () => {
    const lotId = await newLot()
    await askForFirstPairs()
    await settle()
    expect(await pairsOf(lotId)).toHaveLength(1)
  })
})

it('a pair of little score is not proposed', async () => {
  const stranger = await makeActor('taker')
  const needId = await makeNeed(stranger, 100_000)
  for (const [column, value] of [
    ['radius_km', 11],
    ['budget_unit_cents', 1],
    ['min_condition', 4],
    ['needed_from', TODAY],
  ] as const)
    set('needs', column, value, needId)
  const lotId = await newLot(1)
  set('lots', 'unit_price_cents', 90_000, lotId)
  set('lots', 'available_until', addDays(TODAY, 3), lotId)
  await announce('need.stated', { needId })
  const matched = await findLotsForNeed((await findNeed(needId))!, 100)
  expect(matched.map(({ item }) => item.id)).toContain(lotId)
  expect((await pairsOf(lotId)).filter((pair) => pair.needId === needId)).toEqual([])
})
