import { withTx } from '~/platform/transaction.server'
import type { Commune } from '../model/commune'
import { readCommunes } from '../queries.server'
import { readReferenceCommunes } from '../reference.server'
import { upsertCommune } from '../repo.server'

/** Loads the reference of the 130 communes into the database, at every start; does nothing when it is there unchanged. */
export async function loadReferenceCommunes(): Promise<void> {
  const reference = await readReferenceCommunes()
  const stored = new Map((await readCommunes()).map((row) => [row.code, row]))
  const rows = reference.map(rowOf)
  const stale = rows.filter((row) => !isSame(row, stored.get(row.code)))
  if (stale.length === 0) return
  await withTx(async (tx) => {
    for (const row of stale) await upsertCommune(tx, row)
  })
}

function rowOf(commune: Commune) {
  return {
    code: commune.code,
    name: commune.name,
    departement: commune.department,
    eptCode: commune.ept?.code ?? null,
    eptName: commune.ept?.name ?? null,
    population: commune.population,
    lat: commune.point.lat,
    lon: commune.point.lon,
    tileColumn: commune.tile.column,
    tileRow: commune.tile.row,
  }
}

function isSame(row: Record<string, unknown>, stored: Record<string, unknown> | undefined): boolean {
  return stored !== undefined && Object.entries(row).every(([key, value]) => stored[key] === value)
}
