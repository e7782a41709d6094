import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { recordComputation } from '~/features/matching/commands/record-computation.server'
import type { MatchLot, MatchNeed, PairScore } from '~/features/matching/model/score'
import { scorePair } from '~/features/matching/model/score'
import { SHIPPED_SCORING } from '~/features/matching/model/scoring'
import { weightsInForce } from '~/features/matching/queries/weights.server'
import { withTx } from '~/platform/transaction.server'
import { makeLot } from '~db/seed/factories/lot'
import { makeNeed } from '~db/seed/factories/need'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { matchComputations, matchPairs } from '~db/sqlite/matching'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const NOON = Date.parse('2026-09-15T12:00:00Z')

const lotSide: MatchLot = {
  id: 'lot',
  material: 'brick',
  unit: 'kg',
  quantityMilli: 1_000_000,
  point: { lat: 48.8638, lon: 2.4485 },
  window: { from: '2026-09-20', until: '2026-10-20' },
  condition: 4,
  unitPriceCents: 0.1,
  massGPerUnit: 1000,
  attributes: {},
}
const needSide: MatchNeed = {
  id: 'need',
  material: 'brick',
  unit: 'kg',
  quantityMilli: 2_000_000,
  point: { lat: 48.85, lon: 2.35 },
  window: { from: '2026-09-15', until: '2026-12-01' },
  radiusKm: 20,
  minCondition: 2,
  budgetUnitCents: null,
  wanted: {},
}

let setup: TestSetup
beforeAll(async () => {
  setClock({ now: () => NOON })
  setup = await setupDatabase()
})
afterAll(() => {
  setup.cleanup()
  setClock()
})

function score(): PairScore {
  const pair = scorePair(lotSide, needSide, SHIPPED_SCORING)
  if (!pair.ok) throw new Error(pair.reason)
  return pair
}

/** A pair proposed between two new organisations. */
async function proposePair(): Promise<string> {
  const [giver, taker] = [await createActor('giver'), await createActor('taker')]
  const site = makeSite({ organisationId: giver.organisationId, communeCode: '93048' })
  const lot = makeLot({ organisationId: giver.organisationId, siteId: site.id, communeCode: '93048' })
  const need = makeNeed({ organisationId: taker.organisationId, communeCode: '93048' })
  const pair = {
    id: newId(),
    lotId: lot.id,
    needId: need.id,
    giverOrganisationId: giver.organisationId,
    takerOrganisationId: taker.organisationId,
    origin: 'lot' as const,
    scoreCenti: 5000,
    proposedAtMs: NOON,
    updatedAtMs: NOON,
  }
  await withTx(async (tx) => {
    await insertRows(tx, { sites: [site], lots: [lot], needs: [need] })
    await tx.insert(matchPairs).values(pair)
  })
  return pair.id
}

describe('weights', () => {
  it('are those that ship until others are set', async () => {
    expect((await weightsInForce()).version).toBe('p0')
  })
})

describe('a computation', () => {
  it('is kept with all that it read, once until something changes', async () => {
    const pairId = await proposePair()
    expect(await withTx((tx) => recordComputation(tx, pairId, lotSide, needSide, score()))).toBe(true)
    expect(await withTx((tx) => recordComputation(tx, pairId, lotSide, needSide, score()))).toBe(false)
    const less = { ...lotSide, quantityMilli: 500_000 }
    expect(await withTx((tx) => recordComputation(tx, pairId, less, needSide, score()))).toBe(true)

    const rows = await setup.database.read.select().from(matchComputations)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      pairId,
      lotSide,
      needSide,
      formulaVersion: 'v2',
      weightsVersion: 'p0',
      factorVersion: 'desnz-2025.1',
      computedAtMs: NOON,
    })
    const sum = Object.values(rows[0]!.partsCenti).reduce((total, centi) => total + centi, 0)
    expect(sum).toBe(rows[0]!.scoreCenti)
  })
})
