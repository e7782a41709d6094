import { eq } from 'drizzle-orm'
import fs from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { refused } from '~/core/result'
import { reader } from '~/platform/db.server'
import { withLightTx, withTx, type Tx } from '~/platform/transaction.server'
import { communes } from '~db/sqlite/communes'
import { openTestDatabase, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase

beforeAll(async () => {
  open = await openTestDatabase()
})
afterAll(() => open.remove())

const SAINT_DENIS = '93066'

async function rename(tx: Tx, name: string): Promise<void> {
  await tx.update(communes).set({ name }).where(eq(communes.code, SAINT_DENIS))
}

async function storedName(): Promise<string | undefined> {
  const rows = await reader().select().from(communes).where(eq(communes.code, SAINT_DENIS))
  return rows[0]?.name
}

it('syncs the log at each commit, in WAL mode, with foreign keys', () => {
  expect(open.writer.pragma('synchronous', { simple: true })).toBe(2)
  expect(open.writer.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(open.writer.pragma('foreign_keys', { simple: true })).toBe(1)
})

it('gives queries a connection that cannot write', async () => {
  const write = async () => reader().update(communes).set({ name: 'X' })
  await expect(write()).rejects.toThrow(/readonly|query_only|read-only/i)
})

it('keeps what a transaction that ended well wrote', async () => {
  await withTx((tx) => rename(tx, 'Saint-Denis (essai)'))
  expect(await storedName()).toBe('Saint-Denis (essai)')
  await withTx((tx) => rename(tx, 'Saint-Denis'))
})

it('ASVS 2.3.3: undoes a transaction that throws', async () => {
  const fault = new Error('half-way')
  const failing = withTx(async (tx) => {
    await rename(tx, 'never kept')
    throw fault
  })
  await expect(failing).rejects.toBe(fault)
  expect(await storedName()).toBe('Saint-Denis')
})

it('ASVS 2.3.3, 16.5.3: undoes a transaction that ends in a refusal, and answers it', async () => {
  const answer = await withTx(async (tx) => {
    await rename(tx, 'never kept')
    return refused('conflict')
  })
  expect(answer).toEqual(refused('conflict'))
  expect(await storedName()).toBe('Saint-Denis')
})

it('refuses a transaction inside a transaction and undoes the outer one', async () => {
  const nested = withTx(async (tx) => {
    await rename(tx, 'never kept')
    await withTx(() => Promise.resolve())
  })
  await expect(nested).rejects.toThrow(/withTx inside withTx/)
  expect(await storedName()).toBe('Saint-Denis')
})

it('goes on after a failed transaction', async () => {
  await expect(withTx(() => Promise.reject(new Error('fault')))).rejects.toThrow('fault')
  await expect(withTx(() => Promise.resolve('done'))).resolves.toBe('done')
})

describe('a transaction that can be done again', () => {
  const synced = () => open.writer.pragma('synchronous', { simple: true })

  it('does not wait for the disk, and every other one does, whatever became of those before', async () => {
    const seen = await Promise.allSettled([
      withLightTx(async (tx) => {
        await rename(tx, 'Saint-Denis (essai)')
        return synced()
      }),
      withTx(() => Promise.resolve(synced())),
      withLightTx(() => Promise.reject(new Error('half-way'))),
      withTx(() => Promise.resolve(synced())),
      withLightTx(() => Promise.resolve(refused('conflict'))),
      withTx(() => Promise.resolve(synced())),
    ])
    expect(seen.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))).toEqual([
      ...[1, 2, 2],
      refused('conflict'),
      2,
    ])
    expect(synced()).toBe(2)
    expect(await storedName()).toBe('Saint-Denis (essai)')
  })

  it('is on the disk soon, without another commit', async () => {
    const opened = vi.spyOn(fs, 'open')
    try {
      await withLightTx((tx) => rename(tx, 'Saint-Denis'))
      await expect.poll(() => opened.mock.results.length, { timeout: 3000 }).toBe(1)
      expect(opened.mock.calls[0]![0]).toBe(`${open.file}-wal`)
      const log = (await opened.mock.results[0]!.value) as fs.FileHandle
      // The handle is closed once the disk has answered.
      await expect.poll(() => log.fd).toBe(-1)
      expect(await storedName()).toBe('Saint-Denis')
    } finally {
      opened.mockRestore()
    }
  })
})
