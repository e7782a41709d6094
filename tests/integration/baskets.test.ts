import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { BILL_TERMS, postedInParts } from '~tests/support/bill'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { keepBasket } from '~/features/baskets/commands/keep-basket.server'
import { MAX_BASKETS, MAX_LINES, type BillLine } from '~/features/baskets/model/bill'
import { listBasketsOf, listLines } from '~/features/baskets/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { action as pageAction, loader as pageLoader } from '~/routes/basket/route'
import { action as editAction, loader as editLoader } from '~/routes/basket-edit/route'
import { loader as linesCsv } from '~/routes/basket-lines-csv/route'
import { loader as lotsCsv } from '~/routes/basket-lots-csv/route'
import { loader as newLoader } from '~/routes/basket-new/route'
import { loader as listLoader } from '~/routes/baskets/route'
import { loader as listCsv } from '~/routes/baskets-csv/route'
import { loader as reserveLoader } from '~/routes/reservation-new/route'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let taker: Actor
let lotId: string

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await createActor('giver')
  lotId = await makeLot(giver, await makeSite(giver), 800)
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  taker = await createActor('taker')
})

type Answer<Step> = { data: Step; init: ResponseInit | null }

async function keeps(actor = taker, lines: Partial<BillLine>[] = [{}]) {
  const brick = {
    label: 'Briques',
    material: 'brick',
    unit: 'u',
    quantityMilli: 1_000_000,
    newUnitPriceCents: 95,
  }
  const terms = { ...BILL_TERMS, radiusKm: 20, minCondition: 2 }
  const all = lines.map((line) => ({ ...brick, ...line }) as BillLine)
  return granted(await keepBasket({ actor, id: newId(), ...terms, lines: all })).id
}

async function opened(basketId: string, actor = taker, query = '') {
  const request = await requestAs(actor, `/metres/${basketId}${query}`)
  return pageLoader(argsOf(request, { basketId }))
}

describe('the page of a bill', () => {
  it('covers it with the bricks that are there, and links to reserve that many', async () => {
    const id = await keeps(taker, [{}, { label: 'Inconnu', material: null }])
    const page = await opened(id)
    expect(page.cover.now).toEqual({ lines: 2, full: 0, part: 1, meanShare: 0.4 })
    expect(page.lots).toMatchObject([{ lotId, quantityMilli: 800_000, lineNumbers: [1] }])
    expect(page.lines[0]!.money).toMatchObject({ newCents: 76_000 })
    expect(page.unknown).toBe(1)
    const request = await requestAs(taker, `/lots/${lotId}/reserver?quantite=800`)
    expect(await reserveLoader(argsOf(request, { lotId }))).toMatchObject({ quantityMilli: 800_000 })
  })

  it('covers a long bill among many lots in a thread of its own, and fetches no two bricks', async () => {
    const site = await makeSite(giver)
    for (let lot = 0; lot < 210; lot++) await makeLot(giver, site, 2)
    const id = await keeps(
      taker,
      Array.from({ length: 500 }, () => ({ quantityMilli: 2000 })),
    )
    const page = await opened(id)
    expect(page.cover).toMatchObject({ now: { lines: 500, full: 400, part: 0 }, lots: 1, leftAside: 210 })
  })

  it('is another organisation’s secret, as are its exports, its form and its acts', async () => {
    const basketId = await keeps()
    const other = await createActor('taker')
    const request = await requestAs(other, `/metres/${basketId}`)
    const loaders = [pageLoader, editLoader, linesCsv, lotsCsv]
    for (const loader of loaders) {
      expect(await answerOf(loader(argsOf(request.clone(), { basketId })))).toMatchObject({ status: 404 })
    }
    for (const act of [pageAction, editAction]) {
      const form = { intent: 'delete', copyId: newId(), ...BILL_TERMS }
      const post = await postedInParts(other, `/metres/${basketId}`, form)
      expect(await answerOf(act(argsOf(post, { basketId })))).toMatchObject({ status: 404 })
    }
    expect(await listBasketsOf(taker.organisationId)).toHaveLength(1)
  })

  it('is for takers', async () => {
    const args = async (who: Actor | null): Promise<LoaderFunctionArgs> =>
      argsOf(await requestAs(who, '/metres'))
    for (const loader of [listLoader, newLoader, listCsv]) {
      expect(await answerOf(loader(await args(giver)))).toMatchObject({ status: 403 })
      expect(await answerOf(loader(await args(null)))).toMatchObject({ status: 302 })
    }
  })

  it('is exported by line and by lot', async () => {
    const basketId = await keeps()
    const request = await requestAs(taker, `/metres/${basketId}`)
    const lines = await linesCsv(argsOf(request.clone(), { basketId }))
    expect(await lines.text()).toMatch(/\r\n1;Briques;Brique[^;]*;u;1000;800;0,8;200;/)
    const lots = await lotsCsv(argsOf(request, { basketId }))
    expect(await lots.text()).toContain('Briques pleines')
    const list = await listCsv(argsOf(await requestAs(taker, '/metres.csv')))
    expect(await list.text()).toContain('École Jean-Macé;Montreuil;1;0,8;0,8;')
  })

  it('is duplicated once, and deleted with its lines', async () => {
    const basketId = await keeps()
    const copyId = newId()
    const act = async (intent: string) => {
      const request = await requestAs(taker, `/metres/${basketId}`, { intent, copyId })
      return (await answerOf(pageAction(argsOf(request, { basketId })))) as Response
    }
    await act('duplicate')
    expect((await act('duplicate')).headers.get('Location')).toBe(`/metres/${copyId}?fait=copie`)
    expect((await listBasketsOf(taker.organisationId)).map(({ title }) => title).sort()).toEqual([
      'École Jean-Macé',
      'École Jean-Macé (copie)',
    ])
    await act('delete')
    expect((await listBasketsOf(taker.organisationId)).map(({ id }) => id)).toEqual([copyId])
    expect(await listLines(basketId)).toEqual([])
  })
})

describe('changing a bill', () => {
  async function saves(basketId: string, fields: Record<string, string>) {
    const request = await postedInParts(taker, `/metres/${basketId}/modifier`, { ...BILL_TERMS, ...fields })
    return answerOf(editAction(argsOf(request, { basketId })))
  }
  const fieldsOf = (prefix: string, texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([field, text]) => [`${prefix}.${field}`, text]))

  it('changes lines, takes some out and adds others, or nothing of it', async () => {
    const basketId = await keeps(taker, [{}, {}, {}])
    const [first, second] = await listLines(basketId)
    const change = {
      ...fieldsOf(`line.r${first!.id}`, { label: 'Portes', quantity: '4', unit: 'u', material: '' }),
      ...fieldsOf(`line.r${second!.id}`, { label: 'x', quantity: '1', unit: 'u', leave: 'on' }),
    }
    const wrong = fieldsOf('added.r0', { label: 'Tuiles', quantity: '', unit: 'u' })
    const refused = (await saves(basketId, { ...change, ...wrong })) as Answer<unknown>
    expect(refused.init?.status).toBe(400)
    expect(await listLines(basketId)).toHaveLength(3)
    const right = fieldsOf('added.r0', { label: 'Tuiles', quantity: '9', unit: 'm2' })
    expect(await saves(basketId, { ...change, ...right, radiusKm: '5' })).toMatchObject({ status: 302 })
    expect((await listLines(basketId)).map(({ label, material }) => [label, material])).toEqual([
      ['Portes', 'door'],
      ['Briques', 'brick'],
      ['Tuiles', 'roof-tile'],
    ])
    expect((await opened(basketId)).basket.radiusKm).toBe(5)
  })

  it('keeps one line at least, and no line of another bill', async () => {
    const [basketId, otherId] = [await keeps(), await keeps()]
    const [[line], [other]] = [await listLines(basketId), await listLines(otherId)]
    const leave = { label: 'x', quantity: '1', unit: 'u', leave: 'on' }
    expect(await saves(basketId, fieldsOf(`line.r${line!.id}`, leave))).toMatchObject({
      init: { status: 400 },
    })
    expect(await saves(basketId, fieldsOf(`line.r${other!.id}`, leave))).toMatchObject({
      init: { status: 409 },
    })
    expect(await listLines(otherId)).toHaveLength(1)
  })
})

describe('limits', () => {
  it('an organisation keeps so many bills', async () => {
    for (let count = 0; count < MAX_BASKETS; count += 1) await keeps()
    await expect(keeps()).rejects.toThrow('basket-limit')
  })

  it('of so many lines, all of them covered', async () => {
    const id = await keeps(
      taker,
      Array.from({ length: MAX_LINES }, (_, at) => ({ label: `Briques ${at}` })),
    )
    expect((await opened(id)).cover.all.lines).toBe(MAX_LINES)
    await expect(
      keeps(
        taker,
        Array.from({ length: MAX_LINES + 1 }, () => ({})),
      ),
    ).rejects.toThrow('basket-lines')
  })
})
