import { and, count, desc, eq, gt, inArray, isNotNull, notInArray, sql, type SQL } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { foldText } from '~/core/fold'
import type { MaterialType } from '~/core/material-types'
import { isDatabaseAsked } from '~/features/vocabulary/queries/meanwhile.server'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { needs } from '~db/sqlite/needs'
import { organisations } from '~db/sqlite/organisations'
import type { NeedView } from './model/need'
import { findNeedsInDatabase } from './queries/database-search.server'
import { conditionsOf, type NeedFilters } from './queries/need-filters.server'
import { findNeedsByText, heldNeeds, wholeAmong } from './text-search.server'

const needView = {
  id: needs.id,
  organisationId: needs.organisationId,
  organisationName: organisations.name,
  siteId: needs.siteId,
  communeCode: needs.communeCode,
  communeName: communes.name,
  material: needs.material,
  title: needs.title,
  description: needs.description,
  attributes: needs.attributes,
  unit: needs.unit,
  quantityMilli: needs.quantityMilli,
  openMilli: needs.openMilli,
  neededFrom: needs.neededFrom,
  neededUntil: needs.neededUntil,
  radiusKm: needs.radiusKm,
  minCondition: needs.minCondition,
  budgetUnitCents: needs.budgetUnitCents,
  status: needs.status,
  createdAtMs: needs.createdAtMs,
} as const

export function selectNeeds() {
  return reader()
    .select(needView)
    .from(needs)
    .innerJoin(communes, eq(communes.code, needs.communeCode))
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
}

/** Closed ones are few, and have an index of their own; the open ones would be read anew for each query. */
function closedOrganisations() {
  return reader()
    .select({ id: organisations.id })
    .from(organisations)
    .where(isNotNull(organisations.suspendedAtMs))
}

/** Open, of an organisation that is not closed, with something still wanted, and not yet past. */
export function isOpen(): SQL {
  return and(
    eq(needs.status, 'open'),
    gt(needs.openMilli, 0),
    gt(needs.neededUntil, isoDayOf(nowMs())),
    notInArray(needs.organisationId, closedOrganisations()),
  )!
}

export async function findNeed(id: string): Promise<NeedView | null> {
  const rows = await selectNeeds().where(eq(needs.id, id)).limit(1)
  return rows[0] ?? null
}

/** Ids that one statement names. */
const IDS_AT_ONCE = 500

/** Needs by their id, whatever their state. */
export async function findNeeds(ids: readonly string[]): Promise<Map<string, NeedView>> {
  const found = new Map<string, NeedView>()
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const rows = await selectNeeds().where(inArray(needs.id, ids.slice(start, start + IDS_AT_ONCE)))
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** Needs of an organisation, newest first, whatever their state. */
export async function listNeedsOf(organisationId: string): Promise<NeedView[]> {
  return selectNeeds()
    .where(eq(needs.organisationId, organisationId))
    .orderBy(desc(needs.createdAtMs), desc(needs.id))
    .limit(500)
}

/** Open needs of an organisation, newest first: what a taker may reserve for. */
export async function listOpenNeedsOf(organisationId: string): Promise<NeedView[]> {
  return selectNeeds()
    .where(and(eq(needs.organisationId, organisationId), isOpen()))
    .orderBy(desc(needs.createdAtMs))
    .limit(500)
}

/**
 * Open needs that fit the filters, best answer to a text first, else newest, with how many there are in all and how many
 * of them say all of the text.
 */
export async function searchNeeds(
  filters: NeedFilters,
  page: { size: number; number: number },
): Promise<{ needs: NeedView[]; total: number; whole: number; isSimpler: boolean }> {
  const first = (page.number - 1) * page.size
  if (asksWords(filters)) {
    const { ids, ...told } = await findByWords(filters)
    return { needs: await listInOrder(ids.slice(first, first + page.size)), total: ids.length, ...told }
  }
  const found = await selectNeeds()
    .where(and(isOpen(), ...conditionsOf(filters)))
    .orderBy(desc(needs.createdAtMs), desc(needs.id))
    .limit(page.size)
    .offset(first)
  const total = await countNeeds(filters)
  return { needs: found, total, whole: total, isSimpler: false }
}

/**
 * Which of these needs a search with the filters would show as answers to all of its text, in no order. It costs what
 * these needs cost, whatever the size of the market.
 */
export async function listFoundNeeds(ids: readonly string[], filters: NeedFilters): Promise<NeedView[]> {
  if (ids.length === 0) return []
  if (asksWords(filters)) return listInOrder(await wholeAmong(ids, filters))
  return selectNeeds().where(and(inArray(needs.id, [...ids]), isOpen(), ...conditionsOf(filters)))
}

/** The condition of a search on `needs`, its words looked up in the index of texts: all of them, or a part too. */
export async function foundWhere(
  filters: NeedFilters,
  words: 'whole' | 'part' = 'part',
): Promise<SQL | undefined> {
  const isFound = and(isOpen(), ...conditionsOf(filters))
  if (!asksWords(filters)) return isFound
  const { ids, whole } = await findByWords(filters)
  const kept = words === 'whole' ? ids.slice(0, whole) : ids
  return and(isFound, sql`${needs.id} in (select value from json_each(${JSON.stringify(kept)}))`)
}

/** How many open needs fit the filters. */
export async function countNeeds(filters: NeedFilters): Promise<number> {
  if (asksWords(filters)) return (await findByWords(filters)).ids.length
  const rows = await reader()
    .select({ total: count() })
    .from(needs)
    .where(and(isOpen(), ...conditionsOf(filters)))
  return rows[0]?.total ?? 0
}

/** The answers to a text: of the index in memory, or of the database, more simply, until that is there. */
async function findByWords(
  filters: NeedFilters,
): Promise<{ ids: string[]; whole: number; isSimpler: boolean }> {
  const isSimpler = await isDatabaseAsked(heldNeeds)
  const found = isSimpler ? findNeedsInDatabase(filters, isOpen()) : findNeedsByText(filters)
  return { ...(await found), isSimpler }
}

/** Whether a search has words to look up: the index of texts answers it, else the table. */
function asksWords({ text = '' }: NeedFilters): boolean {
  return foldText(text) !== ''
}

/** Needs in the order of their ids; one that is open no more since it was found is left out. */
async function listInOrder(ids: readonly string[]): Promise<NeedView[]> {
  const byId = await findNeeds(ids)
  return ids.flatMap((id) => {
    const need = byId.get(id)
    return need?.status === 'open' && need.openMilli > 0 ? [need] : []
  })
}

/** Open needs of these materials: the candidates of matching. */
export async function listOpenNeedsFor(materials: readonly MaterialType[]): Promise<NeedView[]> {
  return selectNeeds().where(and(isOpen(), inArray(needs.material, [...materials])))
}
