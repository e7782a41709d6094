import { asc, eq, isNull } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { programmeMaterials, programmeSeats, programmeWorkshops } from '~db/sqlite/programme'
import type { Material, Seat, Workshop } from '../model/workshop'

function workshopOf({
  cancelledAtMs,
  createdAtMs: _created,
  ...row
}: typeof programmeWorkshops.$inferSelect): Workshop {
  return { ...row, isCancelled: cancelledAtMs !== null }
}

/** Every workshop, by day. */
export async function listWorkshops(): Promise<Workshop[]> {
  const rows = await reader()
    .select()
    .from(programmeWorkshops)
    .orderBy(asc(programmeWorkshops.onDay), asc(programmeWorkshops.fromHour))
  return rows.map(workshopOf)
}

export async function findWorkshop(id: string): Promise<Workshop | null> {
  const rows = await reader().select().from(programmeWorkshops).where(eq(programmeWorkshops.id, id)).limit(1)
  return rows[0] ? workshopOf(rows[0]) : null
}

function selectSeats() {
  return reader()
    .select({
      id: programmeSeats.id,
      workshopId: programmeSeats.workshopId,
      organisationId: programmeSeats.organisationId,
      communeCode: programmeSeats.communeCode,
      communeName: communes.name,
      name: programmeSeats.name,
      email: programmeSeats.email,
      role: programmeSeats.role,
      attended: programmeSeats.attended,
    })
    .from(programmeSeats)
    .innerJoin(communes, eq(communes.code, programmeSeats.communeCode))
}

/** Who has a seat at a workshop, by commune and name. */
export async function listSeats(workshopId: string): Promise<Seat[]> {
  return selectSeats()
    .where(eq(programmeSeats.workshopId, workshopId))
    .orderBy(asc(communes.name), asc(programmeSeats.name))
}

/** A seat with its workshop; null once it was given back. */
export async function findSeat(id: string): Promise<(Seat & { workshopId: string }) | null> {
  const rows = await selectSeats().where(eq(programmeSeats.id, id)).limit(1)
  return rows[0] ?? null
}

export async function listMaterials(workshopId: string): Promise<Material[]> {
  return reader()
    .select({ id: programmeMaterials.id, title: programmeMaterials.title, url: programmeMaterials.url })
    .from(programmeMaterials)
    .where(eq(programmeMaterials.workshopId, workshopId))
    .orderBy(asc(programmeMaterials.createdAtMs), asc(programmeMaterials.id))
}

/** Codes of the communes with a seat at a workshop that is not cancelled. */
export async function listCommunesAtWorkshops(): Promise<Set<string>> {
  const rows = await reader()
    .selectDistinct({ communeCode: programmeSeats.communeCode })
    .from(programmeSeats)
    .innerJoin(programmeWorkshops, eq(programmeWorkshops.id, programmeSeats.workshopId))
    .where(isNull(programmeWorkshops.cancelledAtMs))
  return new Set(rows.map(({ communeCode }) => communeCode))
}
