import { aliasedTable, desc, eq } from 'drizzle-orm'
import { findFactorSet } from '~/features/carbon/queries.server'
import { findLot } from '~/features/lots/queries.server'
import { findNeed } from '~/features/needs/queries.server'
import { reader } from '~/platform/db.server'
import { lots } from '~db/sqlite/lots'
import { matchComputations, matchPairs } from '~db/sqlite/matching'
import { needs } from '~db/sqlite/needs'
import { organisations } from '~db/sqlite/organisations'
import { keptLotSchema, keptNeedSchema } from '../computation-schema'
import type { ReplayedComputation, ReplayedPair } from '../model/replayed-pair'
import { replay } from '../model/replay'
import { failuresOf, type NoMatch, type PairScore } from '../model/score'
import { scoreSides } from './scored-sides.server'
import { findWeights } from './weights.server'

const givers = aliasedTable(organisations, 'givers')
const takers = aliasedTable(organisations, 'takers')

/** A pair that was proposed, with the names of its sides; null when it never was. */
export async function findReplayedPair(pairId: string): Promise<ReplayedPair | null> {
  const rows = await reader()
    .select({
      id: matchPairs.id,
      lotId: matchPairs.lotId,
      lotTitle: lots.title,
      lotReference: lots.reference,
      needId: matchPairs.needId,
      needTitle: needs.title,
      giverOrganisationId: matchPairs.giverOrganisationId,
      giverName: givers.name,
      takerOrganisationId: matchPairs.takerOrganisationId,
      takerName: takers.name,
      origin: matchPairs.origin,
      proposedAtMs: matchPairs.proposedAtMs,
    })
    .from(matchPairs)
    .innerJoin(lots, eq(lots.id, matchPairs.lotId))
    .innerJoin(needs, eq(needs.id, matchPairs.needId))
    .innerJoin(givers, eq(givers.id, matchPairs.giverOrganisationId))
    .innerJoin(takers, eq(takers.id, matchPairs.takerOrganisationId))
    .where(eq(matchPairs.id, pairId))
    .limit(1)
  return rows[0] ?? null
}

/** The computations kept of a pair, the newest first, each redone from what it read. */
export async function replayComputations(pairId: string, limit?: number): Promise<ReplayedComputation[]> {
  const query = reader()
    .select()
    .from(matchComputations)
    .where(eq(matchComputations.pairId, pairId))
    .orderBy(desc(matchComputations.computedAtMs), desc(matchComputations.id))
    .$dynamic()
  const rows = await (limit === undefined ? query : query.limit(limit))
  const [weightsOf, factorsOf] = await Promise.all([
    eachOnce(rows, ({ weightsVersion }) => weightsVersion, findWeights),
    eachOnce(rows, ({ factorVersion }) => factorVersion, findFactorSet),
  ])
  return rows.map(({ pairId: _, lotSide, needSide, ...kept }) => {
    const weights = weightsOf.get(kept.weightsVersion) ?? null
    const factors = factorsOf.get(kept.factorVersion) ?? null
    const [lot, need] = [keptLotSchema.safeParse(lotSide), keptNeedSchema.safeParse(needSide)]
    const sides = lot.success && need.success ? { lot: lot.data, need: need.data } : null
    return { ...kept, weights: weights?.of ?? null, sides, replay: replay(kept, sides, { weights, factors }) }
  })
}

/** What is found under each key of some rows, looked up once each. */
async function eachOnce<Row, Found>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  find: (key: string) => Promise<Found>,
): Promise<Map<string, Found>> {
  const keys = [...new Set(rows.map(keyOf))]
  const found = await Promise.all(keys.map(find))
  return new Map(found.map((one, index) => [keys[index]!, one]))
}

/** The score of a pair with what its sides say today, or every filter that it fails; null when a side is gone. */
export async function scorePairToday(
  pair: Pick<ReplayedPair, 'lotId' | 'needId'>,
): Promise<PairScore | { ok: false; failures: NoMatch[] } | null> {
  const [lot, need] = await Promise.all([findLot(pair.lotId), findNeed(pair.needId)])
  const [scored] = lot && need ? await scoreSides([{ lot, need }]) : []
  if (!scored) return null
  return scored.pair.ok ? scored.pair : { ok: false, failures: failuresOf(scored.lotSide, scored.needSide) }
}
