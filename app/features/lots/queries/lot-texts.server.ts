import { and, asc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import { dayNumber, isIsoDay } from '~/core/days'
import type { RecordsAsked, SearchedRecord } from '~/features/vocabulary/followed-index.server'
import { reader } from '~/platform/db.server'
import { preparedQuery } from '~/platform/prepared.server'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { photos } from '~db/sqlite/photos'
import { lotTextFields } from '../lot-text.server'
import { completenessOf, type LotFacts } from '../model/lot-facts'

/** Read in some ten milliseconds, since requests wait meanwhile. */
const PAGE = 200

/** Published lots as a search reads them; of the ids asked, those that are published. */
export async function listLotTexts(asked: RecordsAsked): Promise<SearchedRecord<LotFacts>[]> {
  const rows = await reader()
    .select({
      id: lots.id,
      title: lots.title,
      description: lots.description,
      provenance: lots.provenance,
      reference: lots.reference,
      communeName: communes.name,
      attributes: lots.attributes,
      organisationId: lots.organisationId,
      material: lots.material,
      communeCode: lots.communeCode,
      availableFrom: lots.availableFrom,
      availableUntil: lots.availableUntil,
      unit: lots.unit,
      quantityMilli: lots.quantityMilli,
      volumeL: lots.volumeL,
      vehicle: lots.vehicle,
      hazards: lots.hazards,
      availableMilli: lots.availableMilli,
      condition: lots.condition,
      unitPriceCents: lots.unitPriceCents,
      massG: lots.massG,
      publicFrom: lots.publicFrom,
      territoryCode: lots.territoryCode,
      territoryFrom: lots.territoryFrom,
      publishedAtMs: lots.publishedAtMs,
      hasPhoto: sql<number>`exists (select 1 from ${photos} where ${photos.lotId} = ${lots.id})`,
    })
    .from(lots)
    .innerJoin(communes, eq(communes.code, lots.communeCode))
    .where(
      and(
        eq(lots.status, 'published'),
        'after' in asked ? gt(lots.id, asked.after) : inArray(lots.id, [...asked.ids]),
      ),
    )
    .orderBy(asc(lots.id))
    .limit('after' in asked ? PAGE : asked.ids.length)
  return rows.map(({ title, description, provenance, reference, communeName, hasPhoto, ...row }) => {
    const words = { ...row, title, description, provenance, reference, communeName }
    const facts = {
      ...row,
      title,
      hasPhoto: hasPhoto === 1,
      publicDay: isIsoDay(row.publicFrom) ? dayNumber(row.publicFrom) : 0,
      organisationClosedAtMs: null,
      untilDay: dayNumber(row.availableUntil),
    }
    const completeness = completenessOf({ ...facts, description })
    return { id: row.id, fields: lotTextFields(words), facts: { ...facts, completeness } }
  })
}

/** Organisations that are closed: nothing of theirs is found. */
export async function listClosedOrganisations(): Promise<ReadonlySet<string>> {
  const rows = await closedOrganisations().execute()
  return new Set(rows.map(({ id }) => id))
}

const closedOrganisations = preparedQuery((db) =>
  db
    .select({ id: organisations.id })
    .from(organisations)
    .where(isNotNull(organisations.suspendedAtMs))
    .prepare(),
)
