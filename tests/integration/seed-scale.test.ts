import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { verifyLedger } from '~/features/accounting/verify-ledger.server'
import { searchLots } from '~/features/lots/queries.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { VISITOR } from '~/features/lots/model/visibility'
import { env, setEnv } from '~/platform/env.server'
import { seedScale } from '~db/seed/scale/seed-scale'
import { SCALES } from '~db/seed/scale/sizes'
import { setupDatabase, waitsForDisk, type TestSetup } from '~tests/support/database'

const BASE_DAY = '2026-11-23'
const SCALE = SCALES.rue

function seed(seed = 1) {
  return seedScale({ scale: SCALE, baseDay: BASE_DAY, seed, pictures: 'none' })
}

function scalar({ database }: TestSetup, query: string): unknown {
  return database.writer.prepare(query).pluck().get()
}

/** Ids and stocks of everything that was planned. */
function planned({ database }: TestSetup): unknown[] {
  return ['lots', 'needs', 'reservations', 'handovers', 'events', 'users'].flatMap((table) =>
    database.writer.prepare(`select id from ${table} order by id`).pluck().all(),
  )
}

describe('a generated market', () => {
  let setup: TestSetup

  beforeAll(async () => {
    setup = await setupDatabase()
    await seed()
    setClock({ now: () => Date.parse(`${BASE_DAY}T09:00:00Z`) })
  })
  afterAll(() => {
    setClock()
    setup.cleanup()
  })

  it('has the lots and needs of its scale over three years, and something of everything', () => {
    expect(scalar(setup, 'select count(*) from lots')).toBe(SCALE.lots)
    expect(scalar(setup, 'select count(*) from needs')).toBe(SCALE.needs)
    expect(scalar(setup, 'select count(*) from saved_searches')).toBe(SCALE.searches)
    expect(scalar(setup, 'select count(*) from organisations')).toBeGreaterThanOrEqual(SCALE.organisations)
    const years = `select count(distinct substr(handed_over_on, 1, 4)) from handovers`
    expect(scalar(setup, years)).toBeGreaterThanOrEqual(3)
    for (const table of ['inventories', 'inventory_lines', 'handover_confirmations', 'lot_attributes']) {
      expect(scalar(setup, `select count(*) from ${table}`), table).toBeGreaterThan(10)
    }
    expect(scalar(setup, 'select count(*) from match_pairs')).toBeGreaterThan(0)
  })

  it('leaves a sound database, synced to the disk', async () => {
    const { writer } = setup.database
    expect(writer.pragma('foreign_key_check')).toEqual([])
    expect(writer.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(await waitsForDisk(setup.database)).toBe(true)
  })

  it('chains every handover in the ledger, in the order of their completion', async () => {
    const report = await verifyLedger()
    expect(report).toMatchObject({ faults: [], missing: 0, unfounded: [] })
    expect(scalar(setup, 'select count(*) from ledger_rows')).toBe(
      scalar(setup, 'select count(*) from handovers'),
    )
    const unordered = `select count(*) from ledger_rows a join ledger_rows b on b.seq = a.seq + 1
      where b.recorded_at_ms < a.recorded_at_ms`
    expect(scalar(setup, unordered)).toBe(0)
  })

  it('conserves the stock: what is free is the quantity less what is held', () => {
    const wrong = `select count(*) from lots l where available_milli <> quantity_milli - (
      select coalesce(sum(r.quantity_milli), 0) from reservations r where r.lot_id = l.id
      and r.status in ('requested', 'accepted', 'scheduled', 'disputed', 'collected', 'reinstalled'))`
    expect(scalar(setup, wrong)).toBe(0)
  })

  it('lets nobody act before their account was open', () => {
    const early = `select count(*) from sites s join organisations o on o.id = s.organisation_id
      where s.created_at_ms < o.created_at_ms`
    expect(scalar(setup, early)).toBe(0)
  })

  it('is found by a search by words', async () => {
    const { search, place } = await readSearch(new URLSearchParams('?q=porte'))
    const found = await searchLots(filtersOf(search, place), { size: 10, number: 1 }, VISITOR)
    expect(found.total).toBeGreaterThan(0)
  })

  it('is not written twice, nor over other records', async () => {
    await expect(seed()).rejects.toThrow('needs an empty one')
    expect(scalar(setup, 'select count(*) from lots')).toBe(SCALE.lots)
  })
})

describe('two generated markets', () => {
  it('hold the same rows for the same seed, and others for another', async () => {
    const read = async (number: number) => {
      const setup = await setupDatabase()
      try {
        await seed(number)
        return planned(setup)
      } finally {
        setup.cleanup()
      }
    }
    const first = await read(5)
    expect(await read(5)).toEqual(first)
    expect(await read(6)).not.toEqual(first)
  })

  it('are not for production', async () => {
    const setup = await setupDatabase()
    const usual = env()
    setEnv({ ...usual, isProduction: true })
    try {
      await expect(seed()).rejects.toThrow('not for production')
    } finally {
      setEnv(usual)
      setup.cleanup()
    }
  })
})
