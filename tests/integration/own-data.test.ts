import { argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import type { Actor } from '~/features/organisations/model/permissions'
import { allowDataExport } from '~/features/privacy/commands/allow-data-export.server'
import { NOTED_TABLES } from '~/features/privacy/model/inventory/inventory'
import { unpackZip } from '~/platform/tables/zip-archive'
import { loader as zip } from '~/routes/my-data-zip/route'
import { createActor } from '~tests/support/actors'
import { granted, opensSite, publishes, requests } from '~tests/support/answers'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { plantTokens } from '~tests/support/plant'

const MINUTE_MS = 60_000
let open: TestDatabase
let now = Date.parse(`${TODAY}T12:00:00Z`)
let giver: Actor
let taker: Actor

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  giver = await createActor('giver')
  taker = await createActor('taker', { name: 'Repreneur Discret' })
  open.writer.prepare('update users set phone = ? where id = ?').run('+33600112233', giver.userId)
  await requests(taker, await publishes(giver, await opensSite(giver)), 2)
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(() => {
  now += 2 * 86_400_000
})

const allow = (provenAtMs: number | null = now) => allowDataExport({ userId: giver.userId, provenAtMs })

async function archive(): Promise<Map<string, string>> {
  const reply = await zip(argsOf(await requestAs(giver, '/compte/donnees.zip')))
  const bytes = new Uint8Array(await reply.arrayBuffer())
  const files = granted(unpackZip(bytes, () => true))
  return new Map(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]))
}

describe('taking one’s data along', () => {
  it('ASVS 7.5.3, 14.2.1: asks for a recent proof of who asks, then holds for a quarter of an hour', async () => {
    const closed = await zip(argsOf(await requestAs(giver, '/compte/donnees.zip')))
    expect(closed.headers.get('Location')).toBe('/compte/donnees')
    expect(await allow(now - 11 * MINUTE_MS)).toMatchObject({ error: { code: 'proof-stale' } })
    expect(await allow(null)).toMatchObject({ error: { code: 'proof-stale' } })
    granted(await allow())
    const ready = await zip(argsOf(await requestAs(giver, '/compte/donnees.zip')))
    expect(ready.headers.get('Content-Type')).toBe('application/zip')
    expect(ready.headers.get('Cache-Control')).toContain('no-store')
    await ready.body?.cancel()
    now += 16 * MINUTE_MS
    const late = await zip(argsOf(await requestAs(giver, '/compte/donnees.zip')))
    expect(late.headers.get('Location')).toBe('/compte/donnees')
  })

  it('ASVS 2.4.1: is refused the sixth time in a day, and is told by e-mail each time', async () => {
    for (let time = 0; time < 5; time++) granted(await allow())
    expect(await allow()).toMatchObject({ error: { code: 'too-many-requests' } })
    const told = open.writer
      .prepare(`select count(*) from outbox where payload like '%data-exported%'`)
      .pluck()
      .get()
    expect(told).toBeGreaterThanOrEqual(5)
  })

  it('gives what is the person’s as JSON and CSV, with their photo, and nothing of the other side', async () => {
    granted(await allow())
    const files = await archive()
    const [user] = JSON.parse(files.get('json/users.json')!) as Record<string, unknown>[]
    expect(user).toMatchObject({ id: giver.userId, email: giver.email, phone: '+33600112233' })
    expect(user).not.toHaveProperty('password_hash')
    expect(files.get('csv/users.csv')).toContain(giver.email)
    expect(files.get('csv/lots.csv')).toContain('Portes à âme pleine')
    expect([...files.keys()].filter((name) => name.startsWith('photos/'))).toHaveLength(1)
    expect(files.get('LISEZ-MOI.txt')).toContain('users: Comptes et organisations')
    const all = [...files.values()].join('\n')
    expect(all).not.toContain(taker.email)
    expect(all).not.toContain('Repreneur Discret')
    expect(all).not.toContain('$argon2id$')
  })

  it('leaves out no table where something of a person is kept', async () => {
    granted(await allow())
    const { userId, email, organisationId } = giver
    const tokens = plantTokens(open.file, { userId, email, organisationId }, 'archivezq')
    const files = await archive()
    const all = [...files.values()].join('\n')
    const missing = [...tokens].filter(([token]) => !all.includes(token)).map(([, place]) => place)
    expect(missing).toEqual([])
    const personal = NOTED_TABLES.filter(({ columns }) => columns.some(({ fate }) => fate === 'cleared'))
    const absent = personal.filter(
      ({ table, note }) => note.owners.length > 0 && !files.has(`json/${table}.json`),
    )
    expect(absent.map(({ table }) => table)).toEqual([])
  })
})
