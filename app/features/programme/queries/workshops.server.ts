import { and, asc, eq, isNull } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { programmeMaterials, programmeSeats, programmeWorkshops } from '~db/sqlite/programme-workshops'
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

/** What a workshop hands out, in the order in which it was added. */
export async function listMaterials(workshopId: string): Promise<Material[]> {
  const { id, title, url, fileName, mimeType, sizeBytes } = programmeMaterials
  const rows = await reader()
    .select({ id, title, url, fileName, mimeType, sizeBytes })
    .from(programmeMaterials)
    .where(eq(programmeMaterials.workshopId, workshopId))
    .orderBy(asc(programmeMaterials.createdAtMs), asc(programmeMaterials.id))
  return rows.map(({ fileName: name, mimeType: type, sizeBytes: size, ...row }) => ({
    ...row,
    file: name === null || type === null || size === null ? null : { name, mimeType: type, sizeBytes: size },
  }))
}

/** Where the file of something handed out at a workshop is, and what it is called; null for an address. */
export async function findMaterialFile(
  workshopId: string,
  id: string,
): Promise<{ storageKey: string; sha256: string; fileName: string; mimeType: string } | null> {
  const { storageKey, sha256, fileName, mimeType } = programmeMaterials
  const [row] = await reader()
    .select({ storageKey, sha256, fileName, mimeType })
    .from(programmeMaterials)
    .where(and(eq(programmeMaterials.id, id), eq(programmeMaterials.workshopId, workshopId)))
    .limit(1)
  if (!row?.storageKey || !row.sha256 || !row.fileName || !row.mimeType) return null
  return { storageKey: row.storageKey, sha256: row.sha256, fileName: row.fileName, mimeType: row.mimeType }
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
