import fc from 'fast-check'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { judgeAttribute, type Wanted } from '~/core/attributes/wanted'
import type { AttributeKey } from '~/core/attributes/definitions'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { lotsByCommune } from '~/features/lots/commune-counts.server'
import { activeFilters, lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { VISITOR } from '~/features/lots/model/visibility'
import { countLots, searchLots } from '~/features/lots/queries.server'
import { filtersOf, loosen, readSearch } from '~/features/lots/search.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { loader as page } from '~/routes/lots/route'
import { loader as csv } from '~/routes/lots-csv/route'
import { loader as newNeed } from '~/routes/need-new/route'
import type { LotRow } from '~db/seed/factories/lot'
import { makePhoto } from '~db/seed/factories/photo'
import { insertRows } from '~db/seed/factories/rows'
import { createActor } from '~tests/support/actors'
import { addLotOf, ALL, MONTREUIL, titlesFound } from '~tests/support/add-lot'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const TODAY = '2026-09-15'
const BAGNOLET = '93006'
const VERSAILLES_SIDE = '92012'

let setup: TestSetup
let giver: Actor
let taker: Actor

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  setup = await setupDatabase()
  giver = await createActor('giver')
  taker = await createActor('taker')
})
afterAll(() => {
  setup.cleanup()
  setClock()
})
beforeEach(() => {
  setup.database.writer.exec("update lots set status = 'withdrawn'")
})

const addLot = (title: string, lot: Partial<LotRow> = {}) => addLotOf(giver, title, lot)
const found = titlesFound
const door = (attributes: LotRow['attributes']) => ({ material: 'door', unit: 'u', attributes }) as const

describe('a search for lots holds them to', () => {
  it('days of which one is in common, the last one included', async () => {
    await addLot('octobre', { availableFrom: '2026-10-01', availableUntil: '2026-11-01' })
    expect(await found('du=2026-10-31')).toEqual(['octobre'])
    expect(await found('du=2026-11-01')).toEqual([])
    expect(await found('au=2026-10-01')).toEqual(['octobre'])
    expect(await found('au=2026-09-30')).toEqual([])
    expect(await found('du=2026-10-10&au=2026-10-10')).toEqual(['octobre'])
  })

  it('what is still free in a unit, kilograms and tonnes with each other', async () => {
    await addLot('deux tonnes', { unit: 't', quantityMilli: 2000 })
    await addLot('1 500 kg', { unit: 'kg', quantityMilli: 1_500_000 })
    await addLot('presque tout tenu', { unit: 't', quantityMilli: 9000, availableMilli: 100 })
    await addLot('deux mille pièces', { unit: 'u', quantityMilli: 2_000_000 })
    expect(await found('quantite=1,5&unite=t')).toEqual(['1 500 kg', 'deux tonnes'])
    expect(await found('quantite=1500,001&unite=kg')).toEqual(['deux tonnes'])
    expect(await found('quantite=2000&unite=kg')).toEqual(['deux tonnes'])
    expect(await found('quantite=2000,001&unite=kg')).toEqual([])
    expect(await found('quantite=1500&unite=u')).toEqual(['deux mille pièces'])
    expect(await found('quantite=1&unite=m2')).toEqual([])
  })

  it('a least condition, a gift, a photo', async () => {
    const worn = await addLot('usé offert', { condition: 2 })
    await addLot('neuf payant', { condition: 5, unitPriceCents: 100 })
    const photo = makePhoto({ organisationId: giver.organisationId, lotId: worn.id })
    await withTx((tx) => insertRows(tx, { photos: [photo] }))
    expect(await found('etat=3')).toEqual(['neuf payant'])
    expect(await found('etat=2')).toEqual(['neuf payant', 'usé offert'])
    expect(await found('don=oui')).toEqual(['usé offert'])
    expect(await found('photo=oui')).toEqual(['usé offert'])
    expect(await found('photo=oui&etat=3')).toEqual([])
  })

  it('what the sheet says, within a tolerance, one of some choices, or a flag', async () => {
    await addLot('730', door({ leafWidth: 730, openingHand: 'left' }))
    await addLot('825', door({ leafWidth: 825, openingHand: 'right', frameIncluded: true }))
    await addLot('835', door({ leafWidth: 835, openingHand: 'double' }))
    await addLot('muette', door({}))
    const ask = (query: string) => found(`materiau=door&${query}`)
    expect(await ask('largeur-vantail=830')).toEqual(['825', '835'])
    expect(await ask('largeur-vantail=830&largeur-vantail-tolerance=4')).toEqual([])
    expect(await ask('largeur-vantail=830&largeur-vantail-tolerance=100')).toEqual(['730', '825', '835'])
    expect(await ask('largeur-vantail=825&largeur-vantail-tolerance=0')).toEqual(['825'])
    expect(await ask('sens-ouverture=left')).toEqual(['730'])
    expect(await ask('sens-ouverture=left&sens-ouverture=right')).toEqual(['730', '825'])
    expect(await ask('cadre-compris=on')).toEqual(['825'])
    expect(await ask('sens-ouverture=left&sens-ouverture=right&cadre-compris=on')).toEqual(['825'])
    expect(await found('largeur-vantail=830')).toHaveLength(4)
  })

  it('the sheet as matching judges it, for any figure and tolerance', async () => {
    const figures = [0.5, 1, 1.15, 2, 2.04, 2.05, 3.3]
    for (const thermalR of figures) {
      await addLot(String(thermalR), { material: 'insulation', attributes: { thermalR } })
    }
    const hundredth = fc.integer({ min: 1, max: 400 }).map((value) => value / 100)
    await fc.assert(
      fc.asyncProperty(hundredth, fc.integer({ min: 0, max: 200 }), async (value, tolerance) => {
        const wanted: Wanted = { kind: 'number', value, tolerance: tolerance / 100 }
        const { lots } = await searchLots({ wanted: { thermalR: wanted } }, ALL)
        const expected = figures.filter(
          (thermalR) => judgeAttribute('thermalR' satisfies AttributeKey, wanted, { thermalR }) === 'fits',
        )
        expect(lots.map(({ title }) => Number(title)).sort()).toEqual(expected)
      }),
      { numRuns: 80 },
    )
  })

  it('a place, and puts the nearest or the first to leave first when asked', async () => {
    await addLot('ici', { availableUntil: addDays(TODAY, 30) })
    await addLot('à côté', { communeCode: BAGNOLET, availableUntil: addDays(TODAY, 10) })
    await addLot('loin', { communeCode: VERSAILLES_SIDE, availableUntil: addDays(TODAY, 20) })
    const inOrder = async (query: string) => {
      const { search, place } = await readSearch(new URLSearchParams(query))
      return (await searchLots(filtersOf(search, place), ALL)).lots.map(({ title }) => title)
    }
    expect(await found(`commune=${MONTREUIL}&rayon=5`)).toEqual(['ici', 'à côté'].sort())
    expect(await inOrder(`commune=${MONTREUIL}&rayon=30&tri=proches`)).toEqual(['ici', 'à côté', 'loin'])
    expect(await inOrder('tri=depart')).toEqual(['à côté', 'loin', 'ici'])
    expect(await inOrder('tri=recents')).toEqual(await inOrder(''))
  })

  it('never shows by any filter what is not offered to the reader yet', async () => {
    const hidden = { ...door({ leafWidth: 830 }), publicFrom: addDays(TODAY, 5), condition: 5 }
    await addLot('cachée', hidden)
    await addLot('tenue', { ...door({ leafWidth: 830 }), availableMilli: 0 })
    for (const query of [
      '',
      'materiau=door&largeur-vantail=830',
      'don=oui',
      'etat=5',
      'quantite=1&unite=u',
    ]) {
      expect(await found(query)).toEqual([])
    }
    const { search, place } = await readSearch(new URLSearchParams('materiau=door&largeur-vantail=999'))
    expect(await loosen(search, place, VISITOR)).toEqual([])
    const own = { organisationId: giver.organisationId, territoryCodes: [], seesAll: false }
    expect((await loosen(search, place, own)).map(({ count }) => count)).toEqual([1, 1])
  })
})

describe('a search that finds nothing', () => {
  it('says what each filter holds back, exactly', async () => {
    await addLot('A', { ...door({ leafWidth: 730 }), condition: 4 })
    await addLot('B', { ...door({ leafWidth: 730 }), condition: 5 })
    await addLot('C', { ...door({ leafWidth: 830 }), condition: 2 })
    await addLot('D', { ...door({ leafWidth: 830 }), communeCode: VERSAILLES_SIDE, condition: 4 })
    const query = `materiau=door&commune=${MONTREUIL}&rayon=10&etat=3&largeur-vantail=830`
    const { search, place } = await readSearch(new URLSearchParams(query))
    expect(await countLots(filtersOf(search, place))).toBe(0)
    const loosened = await loosen(search, place, VISITOR)
    expect(Object.fromEntries(loosened.map(({ filter, count }) => [filter, count]))).toEqual({
      'attribute.leafWidth': 2,
      condition: 1,
      place: 1,
      material: 2,
    })
    expect(loosened.map(({ count }) => count)).toEqual([2, 2, 1, 1])
    for (const { search: looser, count } of loosened) {
      expect(await found(lotSearchQuery(looser))).toHaveLength(count)
      expect(activeFilters(looser).length).toBeLessThan(activeFilters(search).length)
    }
  })

  it('offers first the words of a text alone when figures are typed among them', async () => {
    await addLot('Porte pleine', door({ leafWidth: 830 }))
    await addLot('Brique')
    const { search, place } = await readSearch(new URLSearchParams('q=porte 977 mm'))
    expect(await countLots(filtersOf(search, place))).toBe(0)
    const loosened = await loosen(search, place, VISITOR)
    expect(loosened.map(({ filter, count, search: { q } }) => [filter, count, q])).toEqual([
      ['words', 1, 'porte'],
      ['text', 2, ''],
    ])
  })

  it('offers a wider radius with what it would find', async () => {
    await addLot('à côté', { communeCode: BAGNOLET })
    const { search, place } = await readSearch(new URLSearchParams(`commune=${MONTREUIL}`))
    const [first] = (await loosen(search, place, VISITOR)).filter(({ filter }) => filter === 'radius')
    expect(first).toMatchObject({ count: 1, search: { rayon: 5 } })
  })

  it('offers what would find all of its words when it finds a part of them, and counts these alone', async () => {
    await addLot('Porte chêne massif', { ...door({}), communeCode: BAGNOLET })
    await addLot('Porte chêne', { ...door({}), condition: 5 })
    await addLot('Porte', { ...door({}), condition: 2 })
    const shown = async (query: string) =>
      (await page(argsOf(await requestAs(null, `/lots?${query}`)))) as Exclude<
        Awaited<ReturnType<typeof page>>,
        Response
      >
    const some = await shown(`q=porte+chêne+massif&commune=${MONTREUIL}&etat=3`)
    expect([some.whole, some.total]).toEqual([0, 1])
    const counts = Object.fromEntries(some.loosened.map(({ filter, count }) => [filter, count]))
    expect(counts).toMatchObject({ place: 1, radius: 1 })
    expect(counts).not.toHaveProperty('condition')
    expect((await shown('q=porte+chêne+massif')).loosened).toEqual([])
  })

  it('leads to a need that asks the same', async () => {
    const query = `?materiau=door&commune=${BAGNOLET}&rayon=10&du=2026-10-01&au=2026-10-09&quantite=8&unite=u&etat=4&q=portes&largeur-vantail=830`
    const { blank } = (await newNeed(argsOf(await requestAs(taker, `/besoins/nouveau${query}`)))) as {
      blank: { values: Record<string, string>; wanted: unknown }
    }
    expect(blank.values).toMatchObject({
      material: 'door',
      communeCode: BAGNOLET,
      radiusKm: '10',
      neededFrom: '2026-10-01',
      neededUntil: '2026-10-10',
      quantity: '8',
      unit: 'u',
      minCondition: '4',
      title: 'portes',
    })
    expect(blank.wanted).toEqual({ leafWidth: { value: '830' } })
  })
})

it('is counted by commune as it is listed, with a text, with filters and without', async () => {
  for (const [index, communeCode] of [MONTREUIL, BAGNOLET, MONTREUIL, VERSAILLES_SIDE].entries()) {
    await addLot(`Porte ${index}`, { ...door({ leafWidth: 830 }), communeCode, condition: 1 + index })
  }
  await addLot('Briques', { material: 'brick', unit: 'u', communeCode: BAGNOLET })
  for (const query of ['', 'q=porte', 'etat=2', 'materiau=door', 'q=porte&etat=2', 'q=introuvable']) {
    const { search, place } = await readSearch(new URLSearchParams(query))
    const filters = filtersOf(search, place)
    const { lots } = await searchLots(filters, ALL)
    const counts: Record<string, number> = {}
    for (const { communeCode } of lots) counts[communeCode] = (counts[communeCode] ?? 0) + 1
    expect(Object.fromEntries(await lotsByCommune(filters, VISITOR)), query).toEqual(counts)
  }
})

describe('the pages of a search', () => {
  type Page = Exclude<Awaited<ReturnType<typeof page>>, Response>
  const open = async (path: string) => (await answerOf(page(argsOf(await requestAs(null, path))))) as Page

  it('hold together exactly what the export holds, in its order, with every filter', async () => {
    for (let index = 0; index < 29; index++) {
      await addLot(`Porte ${index}`, {
        ...door({ leafWidth: index % 10 === 0 ? 730 : 830 }),
        condition: 1 + (index % 5),
        availableUntil: addDays(TODAY, 20 + (index % 7)),
      })
    }
    const query = '?materiau=door&etat=2&don=oui&largeur-vantail=830&tri=depart'
    const first = await open(`/lots${query}`)
    expect(first.pages).toBe(2)
    const second = await open(`/lots${lotSearchQuery(first.search, { page: 2 })}`)
    const shown = [...first.lots, ...second.lots].map(({ lot }) => lot.reference)
    const answer = await csv(argsOf(await requestAs(null, `/lots.csv${lotSearchQuery(first.search)}`)))
    const rows = (await answer.text()).trim().split('\r\n').slice(1)
    expect(shown).toHaveLength(first.total)
    expect(rows.map((row) => /GIS-[A-Z0-9]+/.exec(row)?.[0])).toEqual(shown)
  })

  it.each([
    ['du=hier', ['du']],
    ['du=2026-10-01&au=2026-01-01', ['au']],
    ['quantite=-3&unite=kg', ['quantite']],
    ['etat=9&don=peut-etre&photo=1', ['don', 'etat', 'photo']],
    ['materiau=or&largeur-vantail=830', ['materiau']],
    ['materiau=door&largeur-vantail=large&sens-ouverture=haut', ['largeur-vantail', 'sens-ouverture']],
    ['commune=75999', ['commune']],
    ['rayon=%F0%9F%92%A5&commune=93048&page=NaN&tri=%00', ['rayon']],
  ])('tell what of «%s» is not understood and show the rest', async (query, params) => {
    await addLot('une porte', door({ leafWidth: 830 }))
    const answer = await open(`/lots?${query}`)
    expect(Object.keys(answer.answers.errors).sort()).toEqual(params)
    expect(Object.values(answer.answers.errors).every(Boolean)).toBe(true)
    expect(answer.total).toBe(1)
  })

  it('have an address without the fields that were left empty', async () => {
    const answer = await answerOf(
      page(argsOf(await requestAs(null, '/lots?q=&materiau=door&quantite=&unite=u&etat='))),
    )
    expect((answer as Response).headers.get('Location')).toBe('/lots?materiau=door')
  })
})
