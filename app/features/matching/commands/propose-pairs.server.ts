import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { isVisibleTo, VISITOR } from '~/features/lots/model/visibility'
import { findLot, listViewers } from '~/features/lots/queries.server'
import { needStateOf } from '~/features/needs/model/need-state'
import { findNeed } from '~/features/needs/queries.server'
import { findReservationView } from '~/features/reservations/queries.server'
import { noteChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { PAIRS_AT_ONCE, PROPOSED_MIN_SCORE } from '../model/proposal'
import type { PairScore } from '../model/score'
import { findLotsForNeed, findNeedsForLot } from '../queries.server'
import { listCouplesOfLot, listCouplesOfNeed } from '../queries/known-pairs.server'
import { scoreSides, type ScoredSides } from '../queries/scored-sides.server'
import { findPairOf, insertPair, updatePair, type PairRow } from '../repo/pairs.server'
import { recordComputation } from './record-computation.server'

type Origin = PairRow['origin']
type Matching = ScoredSides & { pair: PairScore }

/**
 * Proposes the best pairs of a lot to both sides and scores again those it has; one that passes the filters no more is
 * marked stale. Done again with nothing changed, it writes nothing.
 */
export async function proposeForLot(lotId: string): Promise<void> {
  const lot = await findLot(lotId)
  if (!lot) return
  const isOpen = lotStateOf(lot, isoDayOf(nowMs())) === 'open'
  const best = isOpen ? worthProposing(await findNeedsForLot(lot, PAIRS_AT_ONCE)) : []
  await withTx(async (tx) => recordPairs(tx, 'lot', await scoreSides(await listCouplesOfLot(lotId, best))))
}

/** The same from a need. */
export async function proposeForNeed(needId: string): Promise<void> {
  const need = await findNeed(needId)
  if (!need) return
  const isOpen = needStateOf(need, isoDayOf(nowMs())) === 'open'
  const best = isOpen ? worthProposing(await findLotsForNeed(need, PAIRS_AT_ONCE)) : []
  await withTx(async (tx) => recordPairs(tx, 'need', await scoreSides(await listCouplesOfNeed(needId, best))))
}

/** Scores again what a reservation took of its lot or gave back. */
export async function proposeForReservation(reservationId: string): Promise<void> {
  const reservation = await findReservationView(reservationId)
  if (reservation) await proposeForLot(reservation.lotId)
}

function worthProposing(ranked: readonly { item: { id: string }; pair: PairScore }[]): string[] {
  return ranked.filter(({ pair }) => pair.score >= PROPOSED_MIN_SCORE).map(({ item }) => item.id)
}

/** The least score of a pair that is proposed; what a person proposes from the plan needs none. */
const MIN_SCORES: Record<Origin, number> = { lot: PROPOSED_MIN_SCORE, need: PROPOSED_MIN_SCORE, plan: 0 }

/** Writes what the scores say. They are read under the write lock, so that the last to write has read the latest. */
export async function recordPairs(tx: Tx, origin: Origin, scored: readonly ScoredSides[]): Promise<void> {
  const today = isoDayOf(nowMs())
  const viewers = await listViewers(scored.map(({ need }) => need.organisationId))
  const isPossible = (sides: ScoredSides): sides is Matching => {
    const { lot, need, pair } = sides
    const isOpen = lotStateOf(lot, today) === 'open' && needStateOf(need, today) === 'open'
    const isOthers = lot.organisationId !== need.organisationId
    return (
      pair.ok && isOpen && isOthers && isVisibleTo(lot, viewers.get(need.organisationId) ?? VISITOR, today)
    )
  }
  for (const sides of scored) {
    const known = await findPairOf(tx, sides.lot.id, sides.need.id)
    if (known && known.dismissedAtMs !== null) continue
    if (!isPossible(sides)) await makeStale(tx, known)
    else if (known) await scoreAgain(tx, known, sides)
    else if (sides.pair.score >= MIN_SCORES[origin]) await propose(tx, origin, sides)
  }
}

async function propose(
  tx: Tx,
  origin: Origin,
  { lot, need, lotSide, needSide, pair }: Matching,
): Promise<void> {
  const id = newId()
  await insertPair(tx, {
    id,
    lotId: lot.id,
    needId: need.id,
    giverOrganisationId: lot.organisationId,
    takerOrganisationId: need.organisationId,
    origin,
    scoreCenti: centi(pair),
  })
  await recordComputation(tx, id, lotSide, needSide, pair)
  await noteChange(tx, 'match-pair', id)
}

async function scoreAgain(tx: Tx, known: PairRow, { lotSide, needSide, pair }: Matching): Promise<void> {
  const isNew = await recordComputation(tx, known.id, lotSide, needSide, pair)
  if (!isNew && !known.isStale && known.scoreCenti === centi(pair)) return
  await updatePair(tx, known.id, { scoreCenti: centi(pair), isStale: false })
  await noteChange(tx, 'match-pair', known.id)
}

async function makeStale(tx: Tx, known: PairRow | null): Promise<void> {
  if (!known || known.isStale) return
  await updatePair(tx, known.id, { isStale: true })
  await noteChange(tx, 'match-pair', known.id)
}

function centi(pair: PairScore): number {
  return Math.round(pair.score * 100)
}
