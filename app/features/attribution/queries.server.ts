import { and, desc, eq, inArray, lte, sum } from 'drizzle-orm'
import type { IsoDay } from '~/core/days'
import { SERVING_STATUSES } from '~/core/reservation-status'
import { isPublicBody, type OrganisationKind } from '~/features/organisations/model/organisation'
import { reader, type Db } from '~/platform/db.server'
import {
  attributionProfiles,
  cessionTerms,
  lotCriteria,
  publicRules,
  resaleUndertakings,
} from '~db/sqlite/attribution'
import { users } from '~db/sqlite/identity'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { reservations } from '~db/sqlite/reservations'
import {
  NO_CRITERIA,
  readCriteria,
  type AttributionCriterion,
  type CriteriaInForce,
} from './model/attribution-criteria'
import { NO_TERMS, type CessionTerms, type CouncilAct } from './model/public-checks'
import { SHIPPED_RULES, type PublicRules, type PublicRulesVersion } from './model/public-rules'

/** What an organisation publishes of its attributions. */
export type AttributionProfile = {
  /** Null while none are published. */
  criteria: AttributionCriterion[] | null
  delegation: CouncilAct | null
}

export async function findProfile(organisationId: string, db: Db = reader()): Promise<AttributionProfile> {
  const [row] = await db
    .select()
    .from(attributionProfiles)
    .where(eq(attributionProfiles.organisationId, organisationId))
    .limit(1)
  const criteria = readCriteria(row?.criteria ?? [])
  return {
    criteria: criteria.length > 0 ? criteria : null,
    delegation: actOf(row?.delegationReference, row?.delegationOn),
  }
}

/**
 * The criteria by which a lot is attributed: its own, those kept from its first open request while some wait, else its
 * organisation's as they stand. `isFixed` says that requests wait, so that nobody can change the rules on them.
 */
export async function criteriaInForce(
  lot: { id: string; organisationId: string },
  db: Db = reader(),
): Promise<CriteriaInForce & { isFixed: boolean }> {
  const [kept] = await db.select().from(lotCriteria).where(eq(lotCriteria.lotId, lot.id)).limit(1)
  const isFixed = await hasWaitingRequests(lot.id, db)
  if (kept && (kept.source === 'lot' || isFixed)) {
    const criteria = readCriteria(kept.criteria)
    return { ...(kept.source === 'none' ? NO_CRITERIA : { criteria, source: kept.source }), isFixed }
  }
  const { criteria } = await findProfile(lot.organisationId, db)
  return { ...(criteria ? { criteria, source: 'organisation' as const } : NO_CRITERIA), isFixed }
}

async function hasWaitingRequests(lotId: string, db: Db): Promise<boolean> {
  const rows = await db
    .select({ id: reservations.id })
    .from(reservations)
    .where(and(eq(reservations.lotId, lotId), eq(reservations.status, 'requested')))
    .limit(1)
  return rows.length > 0
}

export async function findTerms(lotId: string, db: Db = reader()): Promise<CessionTerms> {
  const [row] = await db.select().from(cessionTerms).where(eq(cessionTerms.lotId, lotId)).limit(1)
  if (!row) return NO_TERMS
  return {
    marketUnitCents: row.marketUnitCents,
    belowMarketReason: row.belowMarketReason,
    deliberation: actOf(row.deliberationReference, row.deliberationOn),
  }
}

/** When a taker undertook not to sell again; null when they did not. */
export async function findUndertaking(
  reservationId: string,
  db: Db = reader(),
): Promise<{ atMs: number; by: string } | null> {
  const [row] = await db
    .select({ atMs: resaleUndertakings.atMs, by: users.name })
    .from(resaleUndertakings)
    .innerJoin(users, eq(users.id, resaleUndertakings.userId))
    .where(eq(resaleUndertakings.reservationId, reservationId))
    .limit(1)
  return row ?? null
}

/** The rules that apply on a day: of the versions valid by then, the one valid last, the newest of equals. */
export async function rulesInForce(today: IsoDay, db: Db = reader()): Promise<PublicRulesVersion> {
  const [row] = await db
    .select()
    .from(publicRules)
    .where(lte(publicRules.validFrom, today))
    .orderBy(desc(publicRules.validFrom), desc(publicRules.setAtMs))
    .limit(1)
  return row ? versionOf(row) : SHIPPED_RULES
}

export type RulesVersionEntry = PublicRulesVersion & {
  setAtMs: number | null
  setBy: string | null
  reason: string
}

/** Every version of the rules, the newest first, those that ship last. */
export async function listRulesVersions(db: Db = reader()): Promise<RulesVersionEntry[]> {
  const rows = await db
    .select({ row: publicRules, setBy: users.name })
    .from(publicRules)
    .leftJoin(users, eq(users.id, publicRules.setByUserId))
    .orderBy(desc(publicRules.setAtMs))
  return [
    ...rows.map(({ row, setBy }) => ({ ...versionOf(row), setAtMs: row.setAtMs, setBy, reason: row.reason })),
    { ...SHIPPED_RULES, setAtMs: null, setBy: null, reason: '' },
  ]
}

function versionOf(row: typeof publicRules.$inferSelect): PublicRulesVersion {
  return { version: row.version, validFrom: row.validFrom, rules: row.rules as PublicRules }
}

export async function findKind(organisationId: string, db: Db = reader()): Promise<OrganisationKind> {
  const [row] = await db
    .select({ kind: organisations.kind })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .limit(1)
  return row?.kind ?? 'company'
}

/** Whether requests for a lot carry the promise not to sell again: a gift of a public body, while the rules ask it. */
export async function asksUndertaking(
  lot: { organisationId: string; unitPriceCents: number },
  today: IsoDay,
  db: Db = reader(),
): Promise<boolean> {
  if (lot.unitPriceCents > 0 || !isPublicBody(await findKind(lot.organisationId, db))) return false
  return (await rulesInForce(today, db)).rules.isResaleForbidden
}

/** What of a lot the same taker was already granted, thousandths of its unit. */
export async function sumGrantedMilli(
  { lotId, takerOrganisationId }: { lotId: string; takerOrganisationId: string },
  db: Db = reader(),
): Promise<number> {
  const [row] = await db
    .select({ milli: sum(reservations.quantityMilli).mapWith(Number) })
    .from(reservations)
    .where(
      and(
        eq(reservations.lotId, lotId),
        eq(reservations.takerOrganisationId, takerOrganisationId),
        inArray(reservations.status, [...SERVING_STATUSES]),
      ),
    )
  return row?.milli ?? 0
}

/** The price of a lot as it stands. */
export async function findUnitPrice(lotId: string, db: Db = reader()): Promise<number> {
  const [row] = await db.select({ cents: lots.unitPriceCents }).from(lots).where(eq(lots.id, lotId)).limit(1)
  return row?.cents ?? 0
}

function actOf(reference: string | null | undefined, on: string | null | undefined): CouncilAct | null {
  return reference && on ? { reference, on } : null
}
