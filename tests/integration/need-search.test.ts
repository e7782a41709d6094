import { readFileSync } from 'node:fs'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { changeNeed } from '~/features/needs/commands/change-need.server'
import { stateNeed } from '~/features/needs/commands/state-need.server'
import { needSearchQuery } from '~/features/needs/model/need-search-query'
import { countNeeds, searchNeeds } from '~/features/needs/queries.server'
import { filtersOf, loosen, readSearch } from '~/features/needs/search.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { loader as page } from '~/routes/needs/route'
import { loader as csv } from '~/routes/needs-csv/route'
import { makeNeed, type NeedRow } from '~db/seed/factories/need'
import { insertRows } from '~db/seed/factories/rows'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const TODAY = '2026-09-15'
const MONTREUIL = '93048'
const BAGNOLET = '93006'
const BOULOGNE = '92012'
const ALL = { size: 500, number: 1 }

let setup: TestSetup
let taker: Actor

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  setup = await setupDatabase()
  taker = await createActor('taker')
})
afterAll(() => {
  setup.cleanup()
  setClock()
})
beforeEach(() => {
  setup.database.writer.exec("update needs set status = 'closed'")
})

async function addNeed(title: string, need: Partial<NeedRow> = {}): Promise<NeedRow> {
  const row = makeNeed({ organisationId: taker.organisationId, communeCode: MONTREUIL, title, ...need })
  await withTx((tx) => insertRows(tx, { needs: [row] }))
  return row
}

/** The titles that an address finds, sorted. */
async function found(query: string): Promise<string[]> {
  const { search, place } = await readSearch(new URLSearchParams(query))
  const { needs, total } = await searchNeeds(filtersOf(search, place), ALL)
  expect(total).toBe(needs.length)
  return needs.map(({ title }) => title).sort()
}

const doors = {
  material: 'door',
  title: 'Portes à âme pleine',
  description: 'Cœur de chêne pour l’École.',
  attributes: {},
  quantity: 12_000,
  unit: 'u',
  communeCode: MONTREUIL,
  neededFrom: TODAY,
  neededUntil: '2026-12-01',
  radiusKm: 15,
  minCondition: 2,
} as const

describe('a search for needs holds them to', () => {
  it('every word, with or without accents, in what was stated and then changed', async () => {
    const needId = newId()
    expect((await stateNeed({ actor: taker, id: needId, ...doors })).ok).toBe(true)
    for (const query of ['q=CHENE', 'q=chêne+école', 'q=coeur+portes', 'q=montreuil+ame']) {
      expect(await found(query)).toEqual([doors.title])
    }
    expect(await found('q=chêne+fenêtre')).toEqual([])
    expect(await found('q=%25')).toEqual([doors.title])
    const change = { ...doors, title: 'Fenêtres', description: '', communeCode: BAGNOLET }
    expect((await changeNeed({ actor: taker, needId, ...change })).ok).toBe(true)
    expect(await found('q=fenetres+bagnolet')).toEqual(['Fenêtres'])
    expect(await found('q=chene')).toEqual([])
  })

  it('a material and a place, alone or with those around', async () => {
    await addNeed('ici')
    await addNeed('à côté', { communeCode: BAGNOLET, material: 'door', unit: 'u' })
    await addNeed('loin', { communeCode: BOULOGNE })
    expect(await found('materiau=door')).toEqual(['à côté'])
    expect(await found(`commune=${MONTREUIL}`)).toEqual(['ici'])
    expect(await found(`commune=${MONTREUIL}&rayon=5`)).toEqual(['ici', 'à côté'])
    expect(await found(`commune=${MONTREUIL}&rayon=30`)).toEqual(['ici', 'loin', 'à côté'])
    expect(await found(`commune=${MONTREUIL}&rayon=30&materiau=wood-floor`)).toEqual(['ici', 'loin'])
    expect(await found('rayon=5')).toHaveLength(3)
  })

  it('days of which one is in the window, the last one included', async () => {
    await addNeed('octobre', { neededFrom: '2026-10-01', neededUntil: '2026-11-01' })
    expect(await found('du=2026-10-31')).toEqual(['octobre'])
    expect(await found('du=2026-11-01')).toEqual([])
    expect(await found('au=2026-10-01')).toEqual(['octobre'])
    expect(await found('au=2026-09-30')).toEqual([])
    expect(await found('du=2026-10-10&au=2026-10-10')).toEqual(['octobre'])
  })

  it('what is still wanted in a unit, kilograms and tonnes with each other', async () => {
    await addNeed('deux tonnes', { unit: 't', quantityMilli: 2000 })
    await addNeed('1 500 kg', { unit: 'kg', quantityMilli: 1_500_000 })
    await addNeed('presque couvert', { unit: 't', quantityMilli: 9000, openMilli: 100 })
    await addNeed('deux mille pièces', { unit: 'u', quantityMilli: 2_000_000 })
    expect(await found('quantite=1,5&unite=t')).toEqual(['1 500 kg', 'deux tonnes'])
    expect(await found('quantite=1500,001&unite=kg')).toEqual(['deux tonnes'])
    expect(await found('quantite=2000,001&unite=kg')).toEqual([])
    expect(await found('quantite=1500&unite=u')).toEqual(['deux mille pièces'])
    expect(await found('quantite=1&unite=m2')).toEqual([])
  })

  it('a budget that is given, or none to give', async () => {
    await addNeed('ouvert', { budgetUnitCents: null })
    await addNeed('offert', { budgetUnitCents: 0 })
    await addNeed('payé', { budgetUnitCents: 1200 })
    expect(await found('budget=indique')).toEqual(['payé'])
    expect(await found('budget=gratuit')).toEqual(['offert'])
    expect(await found('')).toHaveLength(3)
  })

  it('being open, whatever else is asked', async () => {
    await addNeed('en pause', { status: 'paused', budgetUnitCents: 0 })
    await addNeed('couvert', { openMilli: 0, budgetUnitCents: 0 })
    await addNeed('passé', { neededFrom: '2026-08-01', neededUntil: TODAY, budgetUnitCents: 0 })
    for (const query of ['', 'q=e', 'budget=gratuit', `commune=${MONTREUIL}&rayon=30`, 'du=2026-08-02']) {
      expect(await found(query)).toEqual([])
    }
    const { search, place } = await readSearch(new URLSearchParams('budget=gratuit&q=pause'))
    expect(await loosen(search, place)).toEqual([])
  })
})

describe('a search that finds no need', () => {
  it('says what each filter holds back and what a wider radius would find, exactly', async () => {
    await addNeed('A', { neededFrom: '2027-01-01', neededUntil: '2027-02-01' })
    await addNeed('B', { communeCode: BAGNOLET })
    await addNeed('C', { quantityMilli: 1000 })
    const query = `materiau=wood-floor&commune=${MONTREUIL}&au=2026-12-01&quantite=20&unite=m2`
    const { search, place } = await readSearch(new URLSearchParams(query))
    expect(await countNeeds(filtersOf(search, place))).toBe(0)
    const loosened = await loosen(search, place)
    expect(Object.fromEntries(loosened.map(({ filter, count }) => [filter, count]))).toEqual({
      place: 1,
      radius: 1,
      dates: 1,
      quantity: 1,
    })
    for (const { search: looser, count } of loosened) {
      expect(await found(needSearchQuery(looser))).toHaveLength(count)
    }
  })
})

describe('the pages of a search for needs', () => {
  type Page = Exclude<Awaited<ReturnType<typeof page>>, Response>
  const open = async (path: string) => (await answerOf(page(argsOf(await requestAs(null, path))))) as Page

  it('hold together exactly what the export holds, in its order, with every filter', async () => {
    for (let index = 0; index < 40; index++) {
      await addNeed(`Parquet n° ${index}`, {
        budgetUnitCents: index % 10 === 0 ? null : 500,
        communeCode: index % 2 === 0 ? MONTREUIL : BAGNOLET,
        createdAtMs: Date.parse(`${TODAY}T08:00:00Z`) + (index % 7) * 1000,
      })
    }
    await addNeed('Parquet de Boulogne', { communeCode: BOULOGNE, budgetUnitCents: 500 })
    const query = `?q=parquet&materiau=wood-floor&commune=${MONTREUIL}&rayon=5&du=${TODAY}&au=2026-09-30&quantite=30&unite=m2&budget=indique`
    const first = await open(`/besoins${query}`)
    expect([first.total, first.pages]).toEqual([36, 2])
    expect(needSearchQuery(first.search)).toBe(query)
    const second = await open(`/besoins${needSearchQuery(first.search, 2)}`)
    const shown = [...first.needs, ...second.needs].map(({ need }) => need.title)
    const answer = await csv(argsOf(await requestAs(null, `/besoins.csv${needSearchQuery(first.search)}`)))
    const rows = (await answer.text()).trim().split('\r\n').slice(1)
    expect(shown).toHaveLength(first.total)
    expect(rows.map((row) => /Parquet n° \d+/.exec(row)?.[0])).toEqual(shown)
    const { km } = first.needs.find(({ need }) => need.communeCode === BAGNOLET)!
    expect(km).toBeGreaterThan(1)
    expect(km).toBeLessThan(5)
  })

  it.each([
    ['du=hier', ['du']],
    ['du=2026-10-01&au=2026-01-01', ['au']],
    ['quantite=-3&unite=kg', ['quantite']],
    ['quantite=3', ['unite']],
    ['budget=beaucoup&materiau=or', ['budget', 'materiau']],
    ['commune=75999&rayon=10', ['commune']],
    ['rayon=%F0%9F%92%A5&commune=93048&page=NaN', ['rayon']],
    [`q=${'a'.repeat(101)}`, ['q']],
  ])('tell what of «%s» is not understood and show the rest, as the export does', async (query, params) => {
    await addNeed('un parquet')
    const answer = await open(`/besoins?${query}`)
    expect(Object.keys(answer.answers.errors).sort()).toEqual(params)
    expect(Object.values(answer.answers.errors).every(Boolean)).toBe(true)
    expect(answer.total).toBe(1)
    const file = await csv(argsOf(await requestAs(null, `/besoins.csv?${query}`)))
    expect((await file.text()).trim().split('\r\n')).toHaveLength(2)
  })

  it('have an address without the fields that were left empty', async () => {
    const path = '/besoins?q=&materiau=door&commune=&rayon=5&quantite=&unite=u&budget='
    const answer = await answerOf(page(argsOf(await requestAs(null, path))))
    expect((answer as Response).headers.get('Location')).toBe('/besoins?materiau=door')
  })
})

it('needs stated before words could be searched are found by them once migrated', async () => {
  await addNeed('PORTES À ÂME PLEINE', {
    description: 'Œuvre d’Élève, maçonnerie, où ? Noël',
    searchText: '',
  })
  expect(await found('q=portes')).toEqual([])
  const migration = readFileSync('db/migrations/0005_need_search_text.sql', 'utf8')
  const [, ...fills] = migration.split('--> statement-breakpoint')
  expect(fills.length).toBeGreaterThan(1)
  for (const fill of fills) setup.database.writer.exec(fill)
  expect(await found('q=portes+ame+oeuvre+eleve+maconnerie+noel')).toEqual(['PORTES À ÂME PLEINE'])
  expect(await found('q=montreuil+où')).toEqual(['PORTES À ÂME PLEINE'])
})
