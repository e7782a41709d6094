import { and, asc, count, eq, gte, lt } from 'drizzle-orm'
import type { DayInterval } from '~/core/days'
import { getCommuneAccount } from '~/features/accounting/queries/accounts.server'
import { listLedgerOfCommune } from '~/features/accounting/queries.server'
import { reader } from '~/platform/db.server'
import { programmeBudgetLines, programmeMilestones, programmeReports } from '~db/sqlite/programme'
import { inventories, sites } from '~db/sqlite/sites'
import type { BudgetLine, Milestone, PeriodFigures } from '../model/experiment'

/** The lines of a dossier's budget, in the order they were entered. */
export async function listBudgetLines(dossierId: string): Promise<BudgetLine[]> {
  return reader()
    .select({
      id: programmeBudgetLines.id,
      label: programmeBudgetLines.label,
      plannedCents: programmeBudgetLines.plannedCents,
      committedCents: programmeBudgetLines.committedCents,
      spentCents: programmeBudgetLines.spentCents,
    })
    .from(programmeBudgetLines)
    .where(eq(programmeBudgetLines.dossierId, dossierId))
    .orderBy(asc(programmeBudgetLines.createdAtMs), asc(programmeBudgetLines.id))
}

/** The milestones of a dossier, by day. */
export async function listMilestones(dossierId: string): Promise<Milestone[]> {
  return reader()
    .select({
      id: programmeMilestones.id,
      label: programmeMilestones.label,
      dueOn: programmeMilestones.dueOn,
      doneOn: programmeMilestones.doneOn,
    })
    .from(programmeMilestones)
    .where(eq(programmeMilestones.dossierId, dossierId))
    .orderBy(asc(programmeMilestones.dueOn), asc(programmeMilestones.createdAtMs))
}

/** What a commune has written of its end report; null before it began. `figures` stand since it was submitted. */
export async function findReport(dossierId: string): Promise<typeof programmeReports.$inferSelect | null> {
  const rows = await reader()
    .select()
    .from(programmeReports)
    .where(eq(programmeReports.dossierId, dossierId))
    .limit(1)
  return rows[0] ?? null
}

/** What ledger and surveys say of a commune in a period, as they are now. */
export async function periodFigures(communeCode: string, period: DayInterval): Promise<PeriodFigures> {
  const dated = and(gte(inventories.surveyedOn, period.from), lt(inventories.surveyedOn, period.until))
  const [ledger, account, surveyed] = await Promise.all([
    listLedgerOfCommune(communeCode, period),
    getCommuneAccount(communeCode, period),
    reader()
      .select({ total: count() })
      .from(inventories)
      .innerJoin(sites, eq(sites.id, inventories.siteId))
      .where(and(eq(sites.communeCode, communeCode), dated)),
  ])
  return {
    period,
    handedOverG: ledger.reduce((sum, { massG }) => sum + massG, 0),
    handovers: ledger.length,
    rate: account.localReuse.rate,
    rateNumeratorG: account.localReuse.numeratorG,
    rateDenominatorG: account.localReuse.denominatorG,
    surveys: surveyed[0]?.total ?? 0,
  }
}
