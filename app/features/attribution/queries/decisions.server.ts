import { aliasedTable, and, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { Unit } from '~/core/units'
import { reader } from '~/platform/db.server'
import { attributionDecisions } from '~db/sqlite/attribution'
import { users } from '~db/sqlite/identity'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { readCriteria } from '../model/attribution-criteria'
import type { Decision, NamedRequest } from '../model/decision'
import type { Check } from '../model/public-checks'

/** A decision with the names that those who may read them all see. */
export type DecisionEntry = Decision & {
  lotTitle: string
  lotReference: string
  lotUnit: Unit
  giverName: string
  takerName: string
  decidedBy: string | null
}

const giver = aliasedTable(organisations, 'decision_giver')
const taker = aliasedTable(organisations, 'decision_taker')

function select(where: SQL | undefined) {
  return reader()
    .select({
      row: attributionDecisions,
      lotTitle: lots.title,
      lotReference: lots.reference,
      lotUnit: lots.unit,
      giverName: giver.name,
      takerName: taker.name,
      decidedBy: users.name,
    })
    .from(attributionDecisions)
    .innerJoin(lots, eq(lots.id, attributionDecisions.lotId))
    .innerJoin(giver, eq(giver.id, attributionDecisions.giverOrganisationId))
    .innerJoin(taker, eq(taker.id, attributionDecisions.takerOrganisationId))
    .leftJoin(users, eq(users.id, attributionDecisions.decidedByUserId))
    .where(where)
    .orderBy(desc(attributionDecisions.decidedAtMs), desc(sql`${attributionDecisions}.rowid`))
}

type Row = Awaited<ReturnType<typeof select>>[number]

function entryOf({ row, ...names }: Row): DecisionEntry {
  return {
    ...names,
    id: row.id,
    reservationId: row.reservationId,
    lotId: row.lotId,
    takerOrganisationId: row.takerOrganisationId,
    outcome: row.outcome,
    criteria: readCriteria(row.criteria),
    criteriaSource: row.criteriaSource,
    ranking: row.ranking as NamedRequest[],
    isAgainst: row.isAgainst,
    criterion: row.criterion,
    reason: row.reason,
    checks: row.checks as Check[],
    rulesVersion: row.rulesVersion,
    decidedAtMs: row.decidedAtMs,
  }
}

/** The answer to a request as it was founded; null while there is none. */
export async function findDecision(reservationId: string): Promise<DecisionEntry | null> {
  const rows = await select(eq(attributionDecisions.reservationId, reservationId)).limit(1)
  return rows[0] ? entryOf(rows[0]) : null
}

export async function listDecisionsOfLot(lotId: string): Promise<DecisionEntry[]> {
  return (await select(eq(attributionDecisions.lotId, lotId)).limit(200)).map(entryOf)
}

export type DecisionFilter = {
  outcome?: 'accepted' | 'refused'
  /** Only those against the order proposed. */
  isAgainst?: boolean
}

/** Enough for years of answers, and little enough to be held at once. */
const MOST = 20_000

/** Decisions of everyone, the newest first, for the Métropole's team. */
export async function listDecisions({ outcome, isAgainst }: DecisionFilter): Promise<DecisionEntry[]> {
  const where = and(
    outcome && eq(attributionDecisions.outcome, outcome),
    isAgainst ? eq(attributionDecisions.isAgainst, true) : undefined,
  )
  return (await select(where).limit(MOST)).map(entryOf)
}
