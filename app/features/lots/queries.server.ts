import { and, desc, eq, gte, inArray, sql, type SQL } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { foldText } from '~/core/fold'
import type { MaterialType } from '~/core/material-types'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import type { LotView } from './model/lot'
import { isVisibleTo, VISITOR, type LotViewer } from './model/visibility'
import type { LotFilters } from './queries/lot-filters.server'
import { isFound, isOpen, visibleTo } from './queries/open-lots.server'
import { findAnswers } from './answers.server'
import type { AnswersToText } from './model/lots-found'

const lotView = {
  id: lots.id,
  reference: lots.reference,
  organisationId: lots.organisationId,
  organisationName: organisations.name,
  siteId: lots.siteId,
  inventoryLineId: lots.inventoryLineId,
  communeCode: lots.communeCode,
  communeName: communes.name,
  material: lots.material,
  title: lots.title,
  description: lots.description,
  unit: lots.unit,
  quantityMilli: lots.quantityMilli,
  availableMilli: lots.availableMilli,
  massG: lots.massG,
  massEstimated: lots.massEstimated,
  condition: lots.condition,
  availableFrom: lots.availableFrom,
  availableUntil: lots.availableUntil,
  isWhole: lots.isWhole,
  minTakeMilli: lots.minTakeMilli,
  unitPriceCents: lots.unitPriceCents,
  status: lots.status,
  materialSource: lots.materialSource,
  attributes: lots.attributes,
  hazards: lots.hazards,
  packaging: lots.packaging,
  volumeL: lots.volumeL,
  vehicle: lots.vehicle,
  access: lots.access,
  removal: lots.removal,
  provenance: lots.provenance,
  quantityVerified: lots.quantityVerified,
  storageUntil: lots.storageUntil,
  cedingRight: lots.cedingRight,
  publicFrom: lots.publicFrom,
  territory: lots.territory,
  territoryCode: lots.territoryCode,
  territoryFrom: lots.territoryFrom,
  publishedAtMs: lots.publishedAtMs,
  updatedAtMs: lots.updatedAtMs,
  organisationClosedAtMs: organisations.suspendedAtMs,
} as const

export function selectLots() {
  return reader()
    .select(lotView)
    .from(lots)
    .innerJoin(communes, eq(communes.code, lots.communeCode))
    .innerJoin(organisations, eq(organisations.id, lots.organisationId))
}

/** Those who look, by organisation: each sees what is its own and what its commune or EPT sees first. */
export async function listViewers(organisationIds: readonly string[]): Promise<Map<string, LotViewer>> {
  if (organisationIds.length === 0) return new Map()
  const { id, kind, communeCode } = organisations
  const rows = await reader()
    .select({ id, kind, communeCode, eptCode: communes.eptCode })
    .from(organisations)
    .leftJoin(communes, eq(communes.code, organisations.communeCode))
    .where(inArray(id, [...new Set(organisationIds)]))
  return new Map(
    rows.map((row) => {
      const territoryCodes = [row.communeCode, row.eptCode].filter((code) => code !== null)
      return [row.id, { organisationId: row.id, territoryCodes, seesAll: row.kind === 'metropole' }]
    }),
  )
}

/** A lot as this viewer may see it; null when it does not exist, its stage leaves them out or its organisation is closed. */
export async function findVisibleLot(id: string, viewer: LotViewer): Promise<LotView | null> {
  const rows = await selectLots()
    .where(and(eq(lots.id, id), visibleTo(viewer)))
    .limit(1)
  return rows[0] ?? null
}

/** Which of these lots a viewer may open, in no order. */
export async function listVisibleIds(ids: readonly string[], viewer: LotViewer): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await reader()
    .select({ id: lots.id })
    .from(lots)
    .where(and(inArray(lots.id, [...new Set(ids)]), visibleTo(viewer)))
  return rows.map(({ id }) => id)
}

/** A lot whoever looks: for its own organisation, the parties of its reservations and the jobs. */
export async function findLot(id: string): Promise<LotView | null> {
  const rows = await selectLots().where(eq(lots.id, id)).limit(1)
  return rows[0] ?? null
}

/** Ids that one statement names. */
const IDS_AT_ONCE = 500

/** Lots by their id, whoever looks and whatever their state. */
export async function findLots(ids: readonly string[]): Promise<Map<string, LotView>> {
  const found = new Map<string, LotView>()
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const rows = await selectLots().where(inArray(lots.id, ids.slice(start, start + IDS_AT_ONCE)))
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** Lots of an organisation, newest first, whatever their status. */
export async function listLotsOf(organisationId: string): Promise<LotView[]> {
  return selectLots()
    .where(eq(lots.organisationId, organisationId))
    .orderBy(desc(lots.createdAtMs))
    .limit(500)
}

export async function listLotsOfSite(siteId: string): Promise<LotView[]> {
  return selectLots().where(eq(lots.siteId, siteId)).orderBy(desc(lots.createdAtMs)).limit(500)
}

/** Open lots that the viewer sees and that fit the filters, in their order, with how many there are in all. */
export async function searchLots(
  filters: LotFilters,
  page: { size: number; number: number },
  viewer: LotViewer = VISITOR,
  words: AnswersToText = 'part',
): Promise<FoundLots> {
  const first = (page.number - 1) * page.size
  const { ids, ...counts } = await findAnswers(filters, viewer, { most: first + page.size, words })
  return { ...counts, lots: await listInOrder(ids.slice(first), viewer) }
}

/** A page of what a search finds; `whole` say all of its text, and `byMaterial` leaves its material aside. */
export type FoundLots = {
  lots: LotView[]
  total: number
  whole: number
  byMaterial: ReadonlyMap<MaterialType, number>
  /** Whether the database answered, more simply, while the index in memory is not there. */
  isSimpler: boolean
}

/** How many open lots that the viewer sees fit the filters. */
export async function countLots(filters: LotFilters, viewer: LotViewer = VISITOR): Promise<number> {
  return (await findAnswers(filters, viewer, { most: 0 })).total
}

/** The condition of a search on `lots`, its words looked up in the index of texts: all of them, or a part too. */
export async function foundWhere(
  filters: LotFilters,
  viewer: LotViewer,
  words: AnswersToText = 'part',
): Promise<SQL | undefined> {
  if (!asksWords(filters)) return isFound(filters, viewer)
  const { ids, whole } = await findAnswers(filters, viewer, { most: Infinity })
  const said = JSON.stringify(words === 'whole' ? ids.slice(0, whole) : ids)
  const isSaid = sql`${lots.id} in (select value from json_each(${said}))`
  return and(isFound(filters, viewer), isSaid)
}

/** Whether a search has words to look up: the index of texts answers it, else the tables. */
export function asksWords({ text = '' }: LotFilters): boolean {
  return foldText(text) !== ''
}

/**
 * Lots in the order of their ids; what changed since it was found, and is open or seen no more, is left out. That is asked
 * of the rows: asked of SQLite, it reads every published lot rather than these.
 */
export async function listInOrder(ids: readonly string[], viewer: LotViewer): Promise<LotView[]> {
  const byId = await findLots(ids)
  const today = isoDayOf(nowMs())
  return ids.flatMap((id) => {
    const lot = byId.get(id)
    if (!lot || lot.status !== 'published' || lot.organisationClosedAtMs !== null) return []
    const isLeft = lot.availableMilli > 0 && lot.availableUntil > today
    return isLeft && isVisibleTo(lot, viewer, today) ? [lot] : []
  })
}

/**
 * Open lots of these materials that are there on a day or later, at every stage: the candidates of matching, which
 * leaves out those that the need's organisation does not see yet.
 */
export async function listOpenLotsOf(materials: readonly MaterialType[], from: string): Promise<LotView[]> {
  return selectLots().where(
    and(isOpen(), inArray(lots.material, [...materials]), gte(lots.availableUntil, from)),
  )
}

/** Open lots that the viewer sees and that fit the filters, their material and its sheet aside, by material type. */
export async function countOpenLotsByMaterial(
  viewer: LotViewer = VISITOR,
  filters: LotFilters = {},
): Promise<ReadonlyMap<MaterialType, number>> {
  return (await findAnswers(filters, viewer, { most: 0 })).byMaterial
}
