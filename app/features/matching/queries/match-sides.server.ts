import { and, asc, eq, gt, inArray, isNotNull, isNull, max, type SQL } from 'drizzle-orm'
import type { IsoDay } from '~/core/days'
import type { LotViewer } from '~/features/lots/model/visibility'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { matchPairs } from '~db/sqlite/matching'
import { needs } from '~db/sqlite/needs'
import { organisations } from '~db/sqlite/organisations'
import { changes } from '~db/sqlite/platform'

/** Rows of a page: read in some ten milliseconds, since requests wait meanwhile. */
const PAGE = 250

const lotSide = {
  id: lots.id,
  organisationId: lots.organisationId,
  communeCode: lots.communeCode,
  material: lots.material,
  unit: lots.unit,
  quantityMilli: lots.quantityMilli,
  availableMilli: lots.availableMilli,
  availableFrom: lots.availableFrom,
  availableUntil: lots.availableUntil,
  condition: lots.condition,
  unitPriceCents: lots.unitPriceCents,
  massG: lots.massG,
  attributes: lots.attributes,
  publicFrom: lots.publicFrom,
  territoryCode: lots.territoryCode,
  territoryFrom: lots.territoryFrom,
} as const

const needSide = {
  id: needs.id,
  organisationId: needs.organisationId,
  communeCode: needs.communeCode,
  material: needs.material,
  unit: needs.unit,
  openMilli: needs.openMilli,
  neededFrom: needs.neededFrom,
  neededUntil: needs.neededUntil,
  radiusKm: needs.radiusKm,
  minCondition: needs.minCondition,
  budgetUnitCents: needs.budgetUnitCents,
  attributes: needs.attributes,
} as const

export type LotSideRow = Awaited<ReturnType<typeof listLotSides>>[number]
export type NeedSideRow = Awaited<ReturnType<typeof listNeedSides>>[number]

/** Which rows to read: a page after an id, or these ids. */
export type Rows = { after: string } | { ids: readonly string[] }

/** Lots that are online with something left, until after a day, whoever gives them. */
export async function listLotSides(rows: Rows, day: IsoDay) {
  const isHeld = and(eq(lots.status, 'published'), gt(lots.availableMilli, 0), gt(lots.availableUntil, day))
  return reader()
    .select(lotSide)
    .from(lots)
    .where(and(isHeld, among(lots.id, rows)))
    .orderBy(asc(lots.id))
    .limit(mostOf(rows))
}

/** Open needs with something still wanted, until after a day, whoever states them. */
export async function listNeedSides(rows: Rows, day: IsoDay) {
  const isHeld = and(eq(needs.status, 'open'), gt(needs.openMilli, 0), gt(needs.neededUntil, day))
  return reader()
    .select(needSide)
    .from(needs)
    .where(and(isHeld, among(needs.id, rows)))
    .orderBy(asc(needs.id))
    .limit(mostOf(rows))
}

/** Who an organisation is to the visibility of lots, and whether the Métropole has closed it. */
export type Party = { viewer: LotViewer; isClosed: boolean }

export async function listParties(rows: Rows): Promise<[id: string, party: Party][]> {
  const { id, kind, communeCode, suspendedAtMs } = organisations
  const found = await reader()
    .select({ id, kind, communeCode, eptCode: communes.eptCode, suspendedAtMs })
    .from(organisations)
    .leftJoin(communes, eq(communes.code, organisations.communeCode))
    .where(among(id, rows))
    .orderBy(asc(id))
    .limit(mostOf(rows))
  return found.map((row) => {
    const territoryCodes = [row.communeCode, row.eptCode].filter((code) => code !== null)
    const viewer = { organisationId: row.id, territoryCodes, seesAll: row.kind === 'metropole' }
    return [row.id, { viewer, isClosed: row.suspendedAtMs !== null }]
  })
}

/** Pairs that a side set aside, or, among these ids, those that nobody did. */
export async function listDismissals(
  rows: Rows,
  isDismissed = true,
): Promise<{ id: string; lotId: string; needId: string }[]> {
  const { id, lotId, needId, dismissedAtMs } = matchPairs
  return reader()
    .select({ id, lotId, needId })
    .from(matchPairs)
    .where(and(isDismissed ? isNotNull(dismissedAtMs) : isNull(dismissedAtMs), among(id, rows)))
    .orderBy(asc(id))
    .limit(mostOf(rows))
}

/** The number of the last change; 0 before the first. */
export async function findLastChange(): Promise<number> {
  const rows = await reader()
    .select({ seq: max(changes.seq) })
    .from(changes)
  return rows[0]?.seq ?? 0
}

const FOLLOWED = ['lot', 'need', 'organisation', 'match-pair'] as const
type Followed = (typeof FOLLOWED)[number]

/** What changed after a change, by kind, each once. */
export async function listChangedSince(seq: number): Promise<Record<Followed, string[]>> {
  const rows = await reader()
    .selectDistinct({ entity: changes.entity, id: changes.entityId })
    .from(changes)
    .where(and(gt(changes.seq, seq), inArray(changes.entity, [...FOLLOWED])))
  const idsOf = (entity: Followed) => rows.filter((row) => row.entity === entity).map(({ id }) => id)
  return {
    lot: idsOf('lot'),
    need: idsOf('need'),
    organisation: idsOf('organisation'),
    'match-pair': idsOf('match-pair'),
  }
}

type IdColumn = typeof lots.id | typeof needs.id | typeof organisations.id | typeof matchPairs.id

function mostOf(rows: Rows): number {
  return 'after' in rows ? PAGE : rows.ids.length
}

function among(column: IdColumn, rows: Rows): SQL {
  return 'after' in rows ? gt(column, rows.after) : inArray(column, [...rows.ids])
}
