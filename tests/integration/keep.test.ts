import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { dropLots } from '~/features/keep/commands/drop-lots.server'
import { keepLots } from '~/features/keep/commands/keep-lot.server'
import { MOST_IN_ACCOUNT, MOST_ON_DEVICE, type Shelf } from '~/features/keep/model/shelf'
import { listKeptIds } from '~/features/keep/queries.server'
import { VISITOR } from '~/features/lots/model/visibility'
import type { Actor } from '~/features/organisations/model/permissions'
import { setShelf } from '~/http/kept-lots.server'
import { withTx } from '~/platform/transaction.server'
import { loader as comparePage } from '~/routes/compare/route'
import { loader as compareCsv } from '~/routes/compare-csv/route'
import { action, loader } from '~/routes/kept/route'
import { loader as keptCsv } from '~/routes/kept-csv/route'
import { loader as lotPage } from '~/routes/lot/route'
import { makeLot, type LotRow } from '~db/seed/factories/lot'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const TODAY = '2026-11-23'
let setup: TestSetup
let giver: Actor
let taker: Actor

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T10:00:00Z`) })
  setup = await setupDatabase()
  giver = await createActor('giver')
  taker = await createActor('taker', { communeCode: '94028' })
})
afterAll(() => {
  setup.cleanup()
  setClock()
})
beforeEach(() => setup.database.writer.exec('delete from kept_lots'))

async function addLots(count: number, lot: Partial<LotRow> = {}): Promise<LotRow[]> {
  const site = makeSite({ organisationId: giver.organisationId, communeCode: '93048' })
  const rows = Array.from({ length: count }, (_, index) =>
    makeLot({
      organisationId: giver.organisationId,
      siteId: site.id,
      communeCode: '93048',
      title: `Lot ${index}`,
      ...lot,
    }),
  )
  await withTx((tx) => insertRows(tx, { sites: [site], lots: rows }))
  return rows
}

const addLot = async (lot: Partial<LotRow> = {}) => (await addLots(1, lot))[0]!

/** A request of someone whose device remembers a shelf. */
async function asked(
  actor: Actor | null,
  path: string,
  shelf: Shelf | null,
  form?: Record<string, string>,
): Promise<Request> {
  const request = await requestAs(actor, path, form)
  if (shelf) {
    const cookie = (await setShelf(shelf)).split(';')[0]!
    request.headers.set('Cookie', [request.headers.get('Cookie'), cookie].filter(Boolean).join('; '))
  }
  return request
}

type Posted = { status: number; location: string | null; cookie: string | null }

async function post(
  actor: Actor | null,
  form: Record<string, string>,
  shelf: Shelf | null = null,
): Promise<Posted> {
  const request = await asked(actor, '/favoris', shelf, form)
  const answer = (await answerOf(action(argsOf(request)))) as Response & { init?: { status?: number } }
  if (!(answer instanceof Response)) {
    return { status: (answer as { init: { status: number } }).init.status, location: null, cookie: null }
  }
  return {
    status: answer.status,
    location: answer.headers.get('Location'),
    cookie: answer.headers.get('Set-Cookie'),
  }
}

async function page(actor: Actor | null, shelf: Shelf | null = null) {
  return loader(argsOf(await asked(actor, '/favoris', shelf)))
}

describe('a lot kept in an account', () => {
  it('is kept once however often it is asked for, and let go', async () => {
    const lot = await addLot()
    await post(taker, { intent: 'keep', lotId: lot.id })
    await post(taker, { intent: 'keep', lotId: lot.id })
    expect(await listKeptIds(taker.userId)).toEqual([lot.id])
    expect((await page(taker)).kept.map((one) => one.lot.id)).toEqual([lot.id])
    await post(taker, { intent: 'drop', lotId: lot.id })
    await dropLots({ userId: taker.userId, lotIds: [lot.id] })
    expect(await listKeptIds(taker.userId)).toEqual([])
  })

  it('is nobody else’s, and tells nobody', async () => {
    const lot = await addLot()
    const events = () => setup.database.writer.prepare('select count(*) n from events').get()
    const before = events()
    await post(taker, { intent: 'keep', lotId: lot.id })
    expect((await page(giver)).kept).toEqual([])
    expect(events()).toEqual(before)
  })

  it('cannot be one that the person may not see, whatever the form says', async () => {
    const staged = await addLot({ publicFrom: addDays(TODAY, 5) })
    expect((await post(taker, { intent: 'keep', lotId: staged.id })).status).toBe(404)
    expect((await post(null, { intent: 'keep', lotId: staged.id })).status).toBe(404)
    expect((await post(taker, { intent: 'keep', lotId: newId() })).status).toBe(404)
    expect((await post(taker, { intent: 'keep', lotId: 'x' })).status).toBe(400)
    expect((await post(taker, { intent: 'keep' })).status).toBe(400)
    expect((await post(giver, { intent: 'keep', lotId: staged.id })).status).toBe(302)
  })

  it('stops at its limit, and changes nothing beyond', async () => {
    const lots = await addLots(MOST_IN_ACCOUNT + 1)
    const ids = lots.map(({ id }) => id)
    const { userId } = taker
    const full = await keepLots({ userId, viewer: VISITOR, lotIds: ids.slice(0, MOST_IN_ACCOUNT) })
    expect(full.ok).toBe(true)
    expect((await post(taker, { intent: 'keep', lotId: ids.at(-1)! })).status).toBe(409)
    expect((await post(taker, { intent: 'keep', lotId: ids[0]! })).status).toBe(302)
    expect(await listKeptIds(userId)).toHaveLength(MOST_IN_ACCOUNT)
    await dropLots({ userId, lotIds: ids.slice(0, 1) })
    expect((await keepLots({ userId, viewer: VISITOR, lotIds: [ids[0]!, ids.at(-1)!] })).ok).toBe(false)
    expect(await listKeptIds(userId)).toHaveLength(MOST_IN_ACCOUNT - 1)
  })
})

describe('a lot that leaves', () => {
  it('is told of on the page, with its state, and taken out by one act', async () => {
    const [stays, leaves, hides] = [await addLot(), await addLot(), await addLot()]
    for (const { id } of [stays, leaves, hides]) await post(taker, { intent: 'keep', lotId: id })
    const set = (id: string, change: string) =>
      setup.database.writer.prepare(`update lots set ${change} where id = ?`).run(id)
    set(leaves.id, "status = 'withdrawn'")
    set(hides.id, `public_from = '${addDays(TODAY, 9)}'`)
    const shown = await page(taker)
    expect([shown.gone, shown.hidden]).toEqual([1, 1])
    expect(shown.kept.find(({ lot }) => lot.id === leaves.id)?.state).toBe('withdrawn')
    expect(JSON.stringify(shown)).not.toContain(hides.reference)
    const csv = await (await keptCsv(argsOf(await asked(taker, '/favoris.csv', null)))).text()
    expect(csv).toContain(stays.reference)
    expect(csv).toContain('Retiré')
    expect(csv).not.toContain(hides.reference)
    await post(taker, { intent: 'tidy' })
    expect(await listKeptIds(taker.userId)).toEqual([stays.id])
  })
})

describe('lots kept on a device', () => {
  it('come and go with its cookie, up to a limit', async () => {
    const lot = await addLot()
    const kept = await post(null, { intent: 'keep', lotId: lot.id, returnTo: '/lots?q=a' })
    expect(kept.location).toBe('/lots?q=a')
    expect(kept.cookie).toMatch(/HttpOnly.*SameSite=Lax/i)
    const shelf = { kept: [lot.id], seen: null }
    expect(kept.cookie).toContain((await setShelf(shelf)).split(';')[0])
    expect((await page(null, shelf)).kept.map((one) => one.lot.id)).toEqual([lot.id])
    const dropped = await post(null, { intent: 'drop', lotId: lot.id }, shelf)
    expect(dropped.cookie).toContain('Max-Age=0')
    const full = { kept: Array.from({ length: MOST_ON_DEVICE }, () => newId()), seen: null }
    expect((await post(null, { intent: 'keep', lotId: lot.id }, full)).status).toBe(409)
  })

  it('lead nowhere else than to a page of the product', async () => {
    const lot = await addLot()
    for (const returnTo of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example']) {
      const kept = await post(null, { intent: 'keep', lotId: lot.id, returnTo })
      expect(kept.location).toBe('/favoris')
    }
  })

  it('join the account that asks for them, and leave the device', async () => {
    const lots = await addLots(2)
    const shelf = { kept: lots.map(({ id }) => id), seen: [] }
    expect((await page(taker, shelf)).toAdopt).toBe(2)
    const adopted = await post(taker, { intent: 'adopt' }, shelf)
    expect(await listKeptIds(taker.userId)).toEqual(shelf.kept)
    expect(adopted.cookie).toContain((await setShelf({ kept: [], seen: [] })).split(';')[0])
  })

  it('are ignored when someone else wrote the cookie', async () => {
    const lot = await addLot()
    const request = await asked(null, '/favoris', { kept: [lot.id], seen: null })
    const forged = request.headers.get('Cookie')!.replace(/\.[^.]+$/, '.forged')
    request.headers.set('Cookie', forged)
    expect((await loader(argsOf(request))).kept).toEqual([])
  })
})

it.each(['toString', 'constructor', 'nothing'])('says nothing was done for «fait=%s»', async (asked) => {
  expect((await loader(argsOf(await requestAs(null, `/favoris?fait=${asked}`)))).done).toBeNull()
})

describe('lots seen', () => {
  it('are noted only on a device that asked for it', async () => {
    const lot = await addLot()
    const open = async (shelf: Shelf | null) => {
      const request = await asked(null, `/lots/${lot.id}`, shelf)
      const { init } = await lotPage(argsOf(request, { lotId: lot.id }))
      return new Headers(init?.headers).get('Set-Cookie')
    }
    expect(await open(null)).toBeNull()
    expect(await open({ kept: [], seen: null })).toBeNull()
    const noted = (await setShelf({ kept: [], seen: [lot.id] })).split(';')[0]
    expect(await open({ kept: [], seen: [] })).toContain(noted)
    expect(await open({ kept: [], seen: [lot.id] })).toBeNull()
  })
})

describe('comparing', () => {
  it('shows the lots that the reader may see, says what is missing, and writes the same as CSV', async () => {
    const [a, b] = [await addLot({ condition: 2 }), await addLot({ condition: 4 })]
    const staged = await addLot({ publicFrom: addDays(TODAY, 5) })
    const query = `/comparer?lots=${a.id},${staged.id},${b.id}`
    const shown = await comparePage(argsOf(await requestAs(taker, query)))
    expect(shown.lots.map(({ id }) => id)).toEqual([a.id, b.id])
    expect(shown.isMissing).toBe(true)
    expect(JSON.stringify(shown)).not.toContain(staged.reference)
    const csv = await (await compareCsv(argsOf(await requestAs(taker, query)))).text()
    const lines = csv.trim().split('\r\n')
    expect(lines).toHaveLength(shown.rows.length + 1)
    expect(lines.find((line) => line.startsWith('État'))).toMatch(/;oui$/)
    const own = await comparePage(argsOf(await requestAs(giver, query)))
    expect(own.lots).toHaveLength(3)
  })
})
