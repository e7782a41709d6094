import { and, asc, eq, gt, inArray, isNotNull, ne } from 'drizzle-orm'
import { dayNumber } from '~/core/days'
import type { RecordsAsked, SearchedRecord } from '~/features/vocabulary/followed-index.server'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { needs } from '~db/sqlite/needs'
import { organisations } from '~db/sqlite/organisations'
import type { NeedFacts } from '../model/need-facts'
import { needTextFields } from '../need-text.server'

/** Read in some ten milliseconds, since requests wait meanwhile. */
const PAGE = 200

/** Open needs as a search reads them; of the ids asked, those that are open. One whose text was never folded is left out. */
export async function listNeedTexts(asked: RecordsAsked): Promise<SearchedRecord<NeedFacts>[]> {
  const rows = await reader()
    .select({
      id: needs.id,
      title: needs.title,
      description: needs.description,
      communeName: communes.name,
      attributes: needs.attributes,
      organisationId: needs.organisationId,
      material: needs.material,
      communeCode: needs.communeCode,
      unit: needs.unit,
      openMilli: needs.openMilli,
      neededFrom: needs.neededFrom,
      neededUntil: needs.neededUntil,
      budgetUnitCents: needs.budgetUnitCents,
      createdAtMs: needs.createdAtMs,
    })
    .from(needs)
    .innerJoin(communes, eq(communes.code, needs.communeCode))
    .where(
      and(
        eq(needs.status, 'open'),
        ne(needs.searchText, ''),
        'after' in asked ? gt(needs.id, asked.after) : inArray(needs.id, [...asked.ids]),
      ),
    )
    .orderBy(asc(needs.id))
    .limit('after' in asked ? PAGE : asked.ids.length)
  return rows.map(({ title, description, communeName, attributes, ...row }) => ({
    id: row.id,
    fields: needTextFields({ ...row, title, description, communeName, attributes }),
    facts: { ...row, title, untilDay: dayNumber(row.neededUntil) },
  }))
}

/** Organisations that are closed: nothing of theirs is found. */
export async function listClosedOrganisations(): Promise<ReadonlySet<string>> {
  const rows = await reader()
    .select({ id: organisations.id })
    .from(organisations)
    .where(isNotNull(organisations.suspendedAtMs))
  return new Set(rows.map(({ id }) => id))
}
