import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  notExists,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { isoDayOf, type IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { selectLots } from '~/features/lots/queries.server'
import { isOpen as isLotOpen } from '~/features/lots/queries/open-lots.server'
import type { LotView } from '~/features/lots/model/lot'
import { isOpen as isNeedOpen, selectNeeds } from '~/features/needs/queries.server'
import type { NeedView } from '~/features/needs/model/need'
import type { Side } from '~/features/reservations/model/machine'
import { sideOf } from '~/features/reservations/model/side'
import { LIVE_STATUSES } from '~/core/reservation-status'
import { reader } from '~/platform/db.server'
import { lots } from '~db/sqlite/lots'
import { matchPairs } from '~db/sqlite/matching'
import { needs } from '~db/sqlite/needs'
import { reservations } from '~db/sqlite/reservations'
import { haulOf, type PairHaul } from '../model/pair-haul'
import { pairViewOf, type PairView } from '../model/pair-view'
import { deadlineOf, urgentBefore } from '../model/proposal'
import { scoreSides } from './scored-sides.server'

/** Stages of a pair that nobody has reserved; reservations tell of the others. */
export type OpenStage = 'proposes' | 'contactes' | 'ecartes'

export type PairFilter = {
  organisationId: string
  /** As the giver of the lot or the taker with the need; both when left out. */
  side?: Side
  material?: MaterialType
}

/** A proposed pair as one of its two organisations reads it. */
export type BoardPair = {
  id: string
  side: Side
  lot: LotView
  need: NeedView
  /** As it stands now; null when it passes the filters no more. */
  view: PairView | null
  haul: PairHaul | null
  deadline: { on: IsoDay; by: 'lot' | 'need' }
  contactedAtMs: number | null
  /** When it was set aside and why; the reason is told to the side that gave it alone. */
  dismissed: { atMs: number; byUs: boolean; reason: string | null; note: string } | null
}

type PairRow = typeof matchPairs.$inferSelect

/** Pairs of a stage: those about to end first, then by score; those set aside, the last one first. */
export async function listBoardPairs(
  filter: PairFilter,
  stage: OpenStage,
  page: { limit: number; offset: number },
): Promise<BoardPair[]> {
  const order =
    stage === 'ecartes' ? [desc(matchPairs.dismissedAtMs)] : [asc(urgentFirst()), desc(matchPairs.scoreCenti)]
  const rows = await reader()
    .select({ pair: matchPairs })
    .from(matchPairs)
    .innerJoin(lots, eq(lots.id, matchPairs.lotId))
    .innerJoin(needs, eq(needs.id, matchPairs.needId))
    .where(and(ofFilter(filter), ofStage(stage)))
    .orderBy(...order, asc(matchPairs.id))
    .limit(page.limit)
    .offset(page.offset)
  return boardPairsOf(
    rows.map(({ pair }) => pair),
    filter.organisationId,
  )
}

export async function countBoardPairs(filter: PairFilter, stage: OpenStage): Promise<number> {
  const rows = await reader()
    .select({ n: count() })
    .from(matchPairs)
    .innerJoin(lots, eq(lots.id, matchPairs.lotId))
    .innerJoin(needs, eq(needs.id, matchPairs.needId))
    .where(and(ofFilter(filter), ofStage(stage)))
  return rows[0]?.n ?? 0
}

/** Pairs that a person can act on and that end before this day, of everyone, the best score first. */
export async function listPairsEndingBefore(day: IsoDay, minScore: number) {
  return reader()
    .select({
      id: matchPairs.id,
      lotId: matchPairs.lotId,
      lotTitle: lots.title,
      needTitle: needs.title,
      scoreCenti: matchPairs.scoreCenti,
      availableUntil: lots.availableUntil,
      neededUntil: needs.neededUntil,
      giverOrganisationId: matchPairs.giverOrganisationId,
      takerOrganisationId: matchPairs.takerOrganisationId,
    })
    .from(matchPairs)
    .innerJoin(lots, eq(lots.id, matchPairs.lotId))
    .innerJoin(needs, eq(needs.id, matchPairs.needId))
    .where(and(isPossible(), sql`${deadline()} < ${day}`, sql`${matchPairs.scoreCenti} >= ${minScore * 100}`))
    .orderBy(desc(matchPairs.scoreCenti), asc(matchPairs.id))
}

/** The urgent pairs of an organisation: how many, and the one that ends first. */
export async function findUrgentPairs(organisationId: string) {
  const isUrgent = and(
    ofFilter({ organisationId }),
    isPossible(),
    sql`${deadline()} < ${urgentBefore(today())}`,
  )
  const rows = await reader()
    .select({
      lotTitle: lots.title,
      needTitle: needs.title,
      availableUntil: lots.availableUntil,
      neededUntil: needs.neededUntil,
    })
    .from(matchPairs)
    .innerJoin(lots, eq(lots.id, matchPairs.lotId))
    .innerJoin(needs, eq(needs.id, matchPairs.needId))
    .where(isUrgent)
    .orderBy(asc(deadline()), desc(matchPairs.scoreCenti))
  return { count: rows.length, first: rows[0] ?? null }
}

async function boardPairsOf(rows: readonly PairRow[], organisationId: string): Promise<BoardPair[]> {
  if (rows.length === 0) return []
  const lotIds = [...new Set(rows.map(({ lotId }) => lotId))]
  const needIds = [...new Set(rows.map(({ needId }) => needId))]
  const [foundLots, foundNeeds] = await Promise.all([
    selectLots().where(inArray(lots.id, lotIds)),
    selectNeeds().where(inArray(needs.id, needIds)),
  ])
  const couples = rows.map((row) => ({
    row,
    lot: foundLots.find(({ id }) => id === row.lotId)!,
    need: foundNeeds.find(({ id }) => id === row.needId)!,
  }))
  const scored = await scoreSides(couples)
  return couples.map(({ row, lot, need }, index) => {
    const { pair, lotSide, need: wanted, factors } = scored[index]!
    return {
      id: row.id,
      side: sideOf(row, organisationId)!,
      lot,
      need,
      view: pair.ok ? pairViewOf(lot, wanted, pair) : null,
      haul: pair.ok ? haulOf(lotSide, pair, lot.vehicle, { wanted: wanted.material, factors }) : null,
      deadline: deadlineOf({ availableUntil: lot.availableUntil, neededUntil: need.neededUntil }),
      contactedAtMs: row.contactedAtMs,
      dismissed: dismissedOf(row, organisationId),
    }
  })
}

function dismissedOf(row: PairRow, organisationId: string): BoardPair['dismissed'] {
  if (row.dismissedAtMs === null) return null
  const byUs = row.dismissedByOrganisationId === organisationId
  return {
    atMs: row.dismissedAtMs,
    byUs,
    reason: byUs ? row.dismissedReason : null,
    note: byUs ? row.dismissedNote : '',
  }
}

function ofFilter({ organisationId, side, material }: PairFilter): SQL | undefined {
  const gives = eq(matchPairs.giverOrganisationId, organisationId)
  const takes = eq(matchPairs.takerOrganisationId, organisationId)
  return and(
    side === undefined ? or(gives, takes) : side === 'giver' ? gives : takes,
    material && eq(lots.material, material),
  )
}

function ofStage(stage: OpenStage): SQL | undefined {
  if (stage === 'ecartes') return and(isNotNull(matchPairs.dismissedAtMs), isLotOpen(), isNeedOpen())
  const { contactedAtMs } = matchPairs
  return and(isPossible(), stage === 'proposes' ? isNull(contactedAtMs) : isNotNull(contactedAtMs))
}

/** Neither set aside nor stale, both sides open, and nothing asked for yet. Rows say so as of now, whatever job is late. */
function isPossible(): SQL | undefined {
  const live = reader()
    .select({ id: reservations.id })
    .from(reservations)
    .where(
      and(
        eq(reservations.lotId, matchPairs.lotId),
        eq(reservations.needId, matchPairs.needId),
        inArray(reservations.status, [...LIVE_STATUSES]),
      ),
    )
  return and(
    eq(matchPairs.isStale, false),
    isNull(matchPairs.dismissedAtMs),
    isLotOpen(),
    isNeedOpen(),
    notExists(live),
  )
}

/** The first day on which a pair can no longer be made. */
function deadline(): SQL {
  const { availableUntil } = lots
  const { neededUntil } = needs
  return sql`case when ${availableUntil} <= ${neededUntil} then ${availableUntil} else ${neededUntil} end`
}

/** The deadline of an urgent pair, and the same late day for all others. */
function urgentFirst(): SQL {
  return sql`case when ${deadline()} < ${urgentBefore(today())} then ${deadline()} else '9999-12-31' end`
}

function today(): IsoDay {
  return isoDayOf(nowMs())
}
