import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { nowMs, setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { communesWithin } from '~/features/communes/model/nearby'
import { listCommunes } from '~/features/communes/queries.server'
import { searchLots } from '~/features/lots/queries.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { LIMITS } from '~/core/limits'
import { forgetCounts } from '~/platform/limits.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { makeLot } from '~db/seed/factories/lot'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { createActor } from '~tests/support/actors'
import { askApi as ask } from '~tests/support/ask-api'
import type { TestSetup } from '~tests/support/database'
import { setupDemo } from '~tests/support/demo'

const TODAY = '2026-11-23'
let setup: TestSetup
let giver: Actor
let clock = 0

beforeAll(async () => {
  setup = await setupDemo(TODAY)
  clock = Date.parse(`${TODAY}T10:00:00Z`)
  setClock({ now: () => clock })
  giver = await createActor('giver')
}, 120_000)
afterAll(() => {
  setClock()
  setup.cleanup()
})
// Each test in a minute of its own, so that none is counted against another.
beforeEach(() => {
  clock += 60_000
})

describe('walking through pages', () => {
  const walks = fc.record({
    limit: fc.integer({ min: 4, max: 25 }),
    filters: fc.constantFrom(
      '',
      '&sort=leaving',
      '&commune=93048&radius_km=30&sort=nearest',
      '&material=brick',
    ),
    /** What happens between two pages: a lot comes, or the lot of this rank leaves. */
    events: fc.array(fc.oneof(fc.constant('come' as const), fc.nat({ max: 400 })), { maxLength: 12 }),
  })

  it('never repeats a row, nor skips one that did not change', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async ({ limit, filters, events }) => {
        await addLots(20)
        const before = await idsOf(filters)
        const touched = new Set<string>()
        const seen: string[] = []
        let cursor: string | null = null
        const pending = [...events]
        do {
          clock += 60_000
          const next: string = cursor === null ? '' : `&cursor=${cursor}`
          const { status, body } = await ask(`/lots?limit=${limit}${filters}${next}`)
          expect(status).toBe(200)
          seen.push(...body.data.map(({ id }) => id as string))
          cursor = body.next_cursor
          const event = pending.shift()
          if (event === 'come') await addLots(1)
          else if (event !== undefined) {
            const id = before[event % before.length]!
            touched.add(id)
            setup.database.writer.prepare("update lots set status = 'withdrawn' where id = ?").run(id)
          }
        } while (cursor !== null)
        expect(new Set(seen).size).toBe(seen.length)
        const steady = before.filter((id) => !touched.has(id))
        const known = new Set(before)
        expect(seen.filter((id) => known.has(id) && !touched.has(id))).toEqual(steady)
      }),
      { numRuns: 10 },
    )
  })

  /** Some lots, several of one instant so that ties are walked too. */
  async function addLots(count: number): Promise<void> {
    const codes = ['93048', '93066', '75056', '94028']
    const made = Array.from({ length: count }, (_, index) => {
      const communeCode = codes[index % codes.length]!
      const site = makeSite({ organisationId: giver.organisationId, communeCode })
      const lot = makeLot({
        organisationId: giver.organisationId,
        siteId: site.id,
        communeCode,
        material: index % 2 === 0 ? 'brick' : 'wood-floor',
        publishedAtMs: nowMs() - (index % 3),
        availableUntil: addDays(TODAY, 10 + (index % 4)),
        publicFrom: TODAY,
      })
      return { site, lot }
    })
    await withTx((tx) =>
      insertRows(tx, { sites: made.map(({ site }) => site), lots: made.map(({ lot }) => lot) }),
    )
  }

  async function idsOf(filters: string): Promise<string[]> {
    const page = filters
      .replace('sort=leaving', 'tri=depart')
      .replace('radius_km', 'rayon')
      .replace('sort=nearest', 'tri=proches')
      .replace('material=', 'materiau=')
    const { search, place } = await readSearch(new URLSearchParams(page))
    const { lots } = await searchLots(filtersOf(search, place), { size: 10_000, number: 1 })
    return lots.map(({ id }) => id)
  }

  it('refuses the cursor of another query, and gives the next address', async () => {
    const { body, headers } = await ask('/lots?limit=1&q=parquet')
    const next = /<([^>]+)>; rel="next"/.exec(headers.get('Link') ?? '')?.[1]
    expect(new URL(next!).searchParams.get('cursor')).toBe(body.next_cursor)
    expect((await ask(`/lots?limit=2&q=parquet&cursor=${body.next_cursor}`)).status).toBe(200)
    expect((await ask(`/lots?limit=1&q=porte&cursor=${body.next_cursor}`)).status).toBe(400)
    expect((await ask(`/needs?cursor=${body.next_cursor}`)).status).toBe(400)
  })

  it('goes round the communes near a place, nearest first', async () => {
    const near = communesWithin(await listCommunes(), '93048', 10)
    const { body } = await ask('/lots?commune=93048&radius_km=10&sort=nearest&limit=100')
    const km = body.data.map(({ commune_code }) => near?.get(commune_code as string) ?? Infinity)
    expect(km.length).toBeGreaterThan(2)
    expect(km).toEqual([...km].sort((a, b) => a - b))
  })
})

describe('caches and limits', () => {
  it('answers 304 to whoever holds the state, on lists and on one row', async () => {
    const first = await ask('/communes/93048')
    const tag = first.headers.get('ETag')!
    expect((await ask('/communes/93048', { 'If-None-Match': tag })).status).toBe(304)
    expect((await ask('/communes/93066', { 'If-None-Match': tag })).status).toBe(200)
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=60')
  })

  it('counts each network on its own, tells what is left, refuses beyond, and begins again', async () => {
    const from = (ip: string) => ask('/units', { 'Accept-Language': 'en' }, ip)
    const first = await from('2001:db8:1:2::1')
    expect(first.headers.get('RateLimit')).toBe(`"network";r=${LIMITS.api[0].most - 1};t=60`)
    expect(first.headers.get('RateLimit-Policy')).toBe(`"network";q=${LIMITS.api[0].most};w=60`)
    for (let sent = 1; sent < LIMITS.api[0].most; sent++) {
      expect((await from(`2001:db8:1:2::${sent}`)).status).toBe(200)
    }
    clock += 18_000
    const refused = await from('2001:db8:1:2::9')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('42')
    expect(refused.body.detail).toContain('Wait 42 s')
    expect((await from('2001:db8:1:3::1')).status).toBe(200)
    clock += 42_000
    expect((await from('2001:db8:1:2::9')).status).toBe(200)
  })

  it('keeps no address, and forgets windows that are over', async () => {
    await ask('/units', {}, '198.51.100.23')
    const rows = () => setup.database.writer.prepare('select * from rate_limits').all()
    expect(JSON.stringify(rows())).not.toContain('198.51')
    expect(rows().length).toBeGreaterThan(0)
    clock += 2 * 3_600_000
    await forgetCounts()
    expect(rows()).toEqual([])
  })
})
