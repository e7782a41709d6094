import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sealLedger } from '~/features/accounting/commands/keep-chain.server'
import { verifyLedger } from '~/features/accounting/verify-ledger.server'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { migrateDatabase, openDatabase, type Database } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { makeHandover, makeReservation } from '~db/seed/factories/reservation'
import { makeActor, makeLot, makeSite } from '~tests/support/deal'

/** The last migration of before the chain. */
const BEFORE = 19
let dir: string
let open: Database

beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-migration-'))
  setEnv(readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent' }))
})
afterAll(() => {
  open.close()
  fs.rmSync(dir, { recursive: true, force: true })
})

/** The migrations up to a number, as a release of then had them. */
function migrationsUntil(last: number): string {
  const folder = path.join(dir, 'migrations')
  fs.cpSync('db/migrations', folder, { recursive: true })
  const journalFile = path.join(folder, 'meta/_journal.json')
  const journal = JSON.parse(fs.readFileSync(journalFile, 'utf8')) as { entries: { idx: number }[] }
  const entries = journal.entries.filter(({ idx }) => idx <= last)
  fs.writeFileSync(journalFile, JSON.stringify({ ...journal, entries }))
  return folder
}

/** A database of that release with five handovers in its ledger, written as it wrote them. */
async function oldDatabase(): Promise<string> {
  const file = path.join(dir, 'old.sqlite')
  open = openDatabase(file)
  migrateDatabase(open, migrationsUntil(BEFORE))
  await loadReferenceCommunes()
  const giver = await makeActor('giver')
  const taker = await makeActor('taker')
  const siteId = await makeSite(giver)
  const lotId = await makeLot(giver, siteId, 1000)
  for (let at = 1; at <= 5; at++) enterAsBefore(giver, taker, siteId, lotId, at * 1000)
  open.close()
  return file
}

/** Writes of a row what a table of that release has columns for. */
function insertKnown(table: string, row: Record<string, unknown>): void {
  const columns = open.writer
    .prepare(`select name from pragma_table_info('${table}')`)
    .pluck()
    .all() as string[]
  const camel = (name: string) => name.replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase())
  const values = columns.map((name) => row[camel(name)] ?? null)
  const places = columns.map(() => '?').join()
  open.writer.prepare(`insert into ${table} (${columns.join()}) values (${places})`).run(...values)
}

function enterAsBefore(giver: Actor, taker: Actor, siteId: string, lotId: string, massG: number) {
  const reservation = makeReservation({
    ...{ lotId, giverOrganisationId: giver.organisationId, takerOrganisationId: taker.organisationId },
    ...{ requestedByUserId: taker.userId, quantityMilli: 1000, status: 'collected' },
  })
  const handover = makeHandover({ reservationId: reservation.id, massG, quantityMilli: 1000 })
  insertKnown('reservations', reservation)
  insertKnown('handovers', handover)
  open.writer
    .prepare(
      `insert into ledger_entries (handover_id, from_site_id, from_commune_code, material, mass_g, handed_over_on,
        recorded_at_ms, net_avoided_g_co2e, factor_version) values (?, ?, '93066', 'brick', ?, '2026-05-04', ?, -12,
        'desnz-2025.1')`,
    )
    .run(handover.id, siteId, massG, 1_780_000_000_000 + massG)
}

/** A copy of the old database, brought up to date and started once: its rows. */
async function upgraded(file: string, name: string): Promise<unknown[]> {
  const copy = path.join(dir, name)
  fs.copyFileSync(file, copy)
  open = openDatabase(copy)
  migrateDatabase(open)
  expect((await verifyLedger()).faults).toHaveLength(5)
  await sealLedger()
  await sealLedger()
  expect(await verifyLedger()).toMatchObject({ rows: 5, faults: [], unfounded: [], missing: 0 })
  return open.writer.prepare('select * from ledger_rows order by seq').all()
}

it('gives the rows of an older database their hashes, the same each time, and changes nothing else of them', async () => {
  const file = await oldDatabase()
  const rows = await upgraded(file, 'first.sqlite')
  open.close()
  expect(await upgraded(file, 'second.sqlite')).toEqual(rows)
  expect(rows).toHaveLength(5)
  expect(rows[2]).toMatchObject({
    ...{ seq: 3, kind: 'handover', mass_g: 3000, net_avoided_g_co2e: -12, factor_version: 'desnz-2025.1' },
    ...{ handed_over_on: '2026-05-04', recorded_at_ms: 1_780_000_003_000, truck: null, corrects_seq: null },
  })
  const { writer } = open
  expect(writer.pragma('foreign_key_check')).toEqual([])
  expect(() => writer.exec(`update ledger_rows set hash = 'x' where seq = 1`)).toThrow(/append-only/)
  expect(() => writer.exec('delete from ledger_rows')).toThrow(/append-only/)
  expect(() => writer.exec('insert into ledger_rows select * from ledger_rows')).toThrow()
})

it('lets a row of before receive its hash and nothing else', () => {
  const { writer } = open
  migrateDatabase(open)
  writer.exec('drop trigger ledger_rows_chained')
  const columns = `handover_id, from_site_id, from_commune_code, material, handed_over_on, recorded_at_ms, corrects_seq`
  writer.exec(
    `insert into ledger_rows (kind, mass_g, ${columns}) select 'reversal', -5, handover_id, from_site_id,
      from_commune_code, material, handed_over_on, recorded_at_ms, 1 from ledger_rows where seq = 1`,
  )
  const set = (what: string) => () => writer.exec(`update ledger_rows set ${what} where hash is null`)
  expect(set(`mass_g = -6`)).toThrow(/append-only/)
  expect(set(`hash = 'h', prev_hash = 'p', mass_g = -6`)).toThrow(/append-only/)
  expect(set(`hash = 'h', prev_hash = 'p'`)).not.toThrow()
  expect(() => writer.exec(`update ledger_rows set hash = 'again' where hash = 'h'`)).toThrow(/append-only/)
})
