import { setTimeout as wait } from 'node:timers/promises'
import { like } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { database, reader } from '~/platform/db.server'
import { keptWhile, type CountedTable } from '~/platform/kept-answers.server'
import { withTx } from '~/platform/transaction.server'
import { sites } from '~db/sqlite/sites'
import { makeActor, makeSite, openTestDatabase, type TestDatabase } from '~tests/support/deal'
import { connectionTo, setupDatabase } from '~tests/support/database'

const COUNTED: CountedTable[] = ['ledger_rows', 'communes', 'sites', 'inventories', 'inventory_lines']

let open: TestDatabase
let asked = 0
const countSites = keptWhile(['sites'], (departement: string) => {
  asked++
  const here = like(sites.communeCode, `${departement}%`)
  return reader().$count(sites, here).then(Number)
})

beforeAll(async () => {
  open = await openTestDatabase()
})
afterAll(() => open.remove())
beforeEach(() => {
  asked = 0
})

it.each(COUNTED)('counts whatever is written to %s', async (table) => {
  const acts = open.writer
    .prepare(
      `select upper(substr(name, length('${table}_version_') + 1)) from sqlite_master
       where type = 'trigger' and tbl_name = ? and name like '${table}\\_version\\_%' escape '\\' order by name`,
    )
    .pluck()
    .all(table)
  expect(acts).toEqual(['DELETE', 'INSERT', 'UPDATE'])
  expect((await database().tableVersions()).has(table)).toBe(true)
})

it('reads again once a row was written, in this process or another, and not otherwise', async () => {
  const giver = await makeActor('giver')
  expect([await countSites('93'), await countSites('93'), asked]).toEqual([0, 0, 1])
  await makeSite(giver)
  expect([await countSites('93'), await countSites('93'), asked]).toEqual([1, 1, 2])
  const other = connectionTo(open.file)
  other.exec("update sites set commune_code = '94002'")
  other.exec('update users set locale = locale')
  other.close()
  expect([await countSites('93'), await countSites('93'), asked]).toEqual([0, 0, 3])
})

it('keeps answers apart by what was asked', async () => {
  expect([await countSites('94'), await countSites('92'), await countSites('94'), asked]).toEqual([
    1, 0, 1, 2,
  ])
})

it('does not see what a transaction took back, nor before its end', async () => {
  const before = await countSites('94')
  const undone = withTx(async (tx) => {
    await tx.update(sites).set({ communeCode: '92012' })
    expect(await countSites('94')).toBe(before)
    throw new Error('taken back')
  })
  await expect(undone).rejects.toThrow('taken back')
  expect(await countSites('94')).toBe(before)
})

it('asks once for those who ask at the same time, and again after a failure', async () => {
  let tries = 0
  const flaky = keptWhile(['sites'], () => {
    tries++
    // Long enough for whoever asks at the same time to be there.
    return tries === 1 ? wait(500).then(() => Promise.reject(new Error('busy'))) : Promise.resolve(tries)
  })
  const both = await Promise.allSettled([flaky(), flaky()])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect([tries, await flaky(), await flaky()]).toEqual([1, 2, 2])
})

it('does not mix databases up', async () => {
  const kept = await countSites('94')
  const second = await setupDatabase()
  expect(await countSites('94')).toBe(0)
  second.cleanup()
  expect(kept).toBe(1)
})
