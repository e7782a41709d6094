import { and, eq, isNull } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { programmeSeats, programmeWorkshops } from '~db/sqlite/programme'

/** Codes of the communes with a seat at a workshop that is not cancelled. */
export async function listCommunesAtWorkshops(): Promise<Set<string>> {
  const rows = await reader()
    .selectDistinct({ communeCode: programmeSeats.communeCode })
    .from(programmeSeats)
    .innerJoin(programmeWorkshops, eq(programmeWorkshops.id, programmeSeats.workshopId))
    .where(and(isNull(programmeWorkshops.cancelledAtMs)))
  return new Set(rows.map(({ communeCode }) => communeCode))
}
