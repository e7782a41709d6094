import { afterAll, beforeAll, expect, it } from 'vitest'
import type Sqlite from 'better-sqlite3'
import { listPublishedVectors } from '~/features/lots/queries/photo-vectors.server'
import { listLotTexts } from '~/features/lots/queries/lot-texts.server'
import {
  listDismissals,
  listLotSides,
  listNeedSides,
  listParties,
} from '~/features/matching/queries/match-sides.server'
import { listNeedTexts } from '~/features/needs/queries/need-texts.server'
import { isOnPostgres, poolsOf } from '~tests/support/database'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase

beforeAll(async () => {
  open = await openTestDatabase()
})
afterAll(() => open.remove())

/** What SQLite does for the statements that `work` runs, step by step. */
async function stepsOf(work: () => Promise<unknown>): Promise<string[]> {
  type All = { all: (this: Sqlite.Statement, ...values: unknown[]) => unknown[] }
  const prototype = Object.getPrototypeOf(open.writer.prepare('select 1')) as All
  const steps: string[] = []
  const { all: original } = prototype
  prototype.all = function (...values: unknown[]) {
    const explained = open.writer.prepare(`explain query plan ${this.source}`)
    for (const step of original.apply(explained, values)) steps.push((step as { detail: string }).detail)
    return original.apply(this, values)
  }
  try {
    await work()
  } finally {
    prototype.all = original
  }
  return steps
}

/** How PostgreSQL would read large tables for the statements that `work` runs. */
async function planOf(work: () => Promise<unknown>): Promise<string[]> {
  const { readers } = poolsOf(open)
  const query = readers.query.bind(readers) as (one: object) => unknown
  const asked: { text: string; values: unknown[] }[] = []
  readers.query = ((one: (typeof asked)[number]) => {
    asked.push(one)
    return query(one)
  }) as unknown as typeof readers.query
  try {
    await work()
  } finally {
    delete (readers as Partial<typeof readers>).query
  }
  open.writer.exec('set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off')
  return asked.flatMap(
    ({ text, values }) =>
      open.writer
        .prepare(`explain (costs off) ${text}`)
        .pluck()
        .all(...values) as string[],
  )
}

it.each<[string, () => Promise<unknown>]>([
  ['texts of lots', () => listLotTexts({ after: '0' })],
  ['texts of needs', () => listNeedTexts({ after: '0' })],
  ['sides of lots', () => listLotSides({ after: '0' }, TODAY)],
  ['sides of needs', () => listNeedSides({ after: '0' }, TODAY)],
  ['parties', () => listParties({ after: '0' })],
  ['dismissals', () => listDismissals({ after: '0' })],
  ['vectors of photos', () => listPublishedVectors('any', '0')],
])('a page of %s goes on where the last one ended, and sorts nothing', async (_, read) => {
  if (isOnPostgres) {
    const plan = (await planOf(read)).join('\n')
    expect(plan).toMatch(/Index Scan using \w+_pkey[^\n]*\n +Index Cond: \(\w+ > '0'::text\)/)
    return expect(plan).not.toContain('Sort')
  }
  const steps = await stepsOf(read)
  expect(steps[0]).toMatch(/^SEARCH \w+ USING INDEX sqlite_autoindex_\w+_1 \(\w+>\?\)$/)
  expect(steps.join()).not.toContain('TEMP B-TREE')
})
