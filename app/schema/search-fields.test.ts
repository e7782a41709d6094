import { describe, expect, it } from 'vitest'
import { readFilters, searchFields, settleFilters, tidyQuery } from './search-fields'

function read(query: string) {
  const { values, faults, page } = readFilters(new URLSearchParams(query), searchFields)
  settleFilters(values, faults)
  return { values, faults, page }
}

describe('the filters of an address', () => {
  it.each([
    ['', {}, {}],
    ['q=+&materiau=&du=', {}, {}],
    ['du=2026-10-01&au=2026-10-01', { du: '2026-10-01', au: '2026-10-01' }, {}],
    ['quantite=2,5&unite=t', { quantite: 2500, unite: 't' }, {}],
    ['commune=93048&rayon=10', { commune: '93048', rayon: 10 }, {}],
    ['rayon=10', {}, {}],
    ['unite=kg', {}, {}],
    ['materiau=gold', {}, { materiau: 'invalid_choice' }],
    ['du=2026-02-30', {}, { du: 'invalid_date' }],
    ['du=2026-10-02&au=2026-10-01', { du: '2026-10-02' }, { au: 'date_order' }],
    ['quantite=beaucoup&unite=t', {}, { quantite: 'invalid_number' }],
    ['quantite=0&unite=t', {}, { quantite: 'invalid_quantity' }],
    ['quantite=5', {}, { unite: 'required' }],
    ['quantite=5&unite=stone', {}, { unite: 'invalid_choice' }],
    ['commune=93048&rayon=900', { commune: '93048' }, { rayon: 'too_big' }],
    ['commune=montreuil', {}, { commune: 'invalid_choice' }],
    [`q=${'a'.repeat(101)}`, {}, { q: 'too_long' }],
  ])('«%s»', (query, values, faults) => {
    expect(read(query)).toEqual({ values, faults, page: 1 })
  })

  it.each([
    ['3', 3],
    ['-1', 1],
    ['deux', 1],
    ['1e9', 1],
  ])('page %s is %s', (text, page) => {
    expect(read(`page=${text}`).page).toBe(page)
  })
})

describe('the address of a form with empty fields', () => {
  it.each([
    ['q=bois&materiau=&du=', '?q=bois'],
    ['q=', ''],
    ['quantite=&unite=u', ''],
    ['rayon=10&commune=', ''],
    ['materiau=door&largeur-vantail=&largeur-vantail-tolerance=5', '?materiau=door'],
    ['sens-ouverture=left&sens-ouverture=right&q=', '?sens-ouverture=left&sens-ouverture=right'],
  ])('«%s» becomes «%s»', (query, tidy) => {
    expect(tidyQuery(new URLSearchParams(query))).toBe(tidy)
  })

  it('stays as it is with nothing empty', () => {
    expect(tidyQuery(new URLSearchParams('q=bois&quantite=5&unite=kg'))).toBeNull()
    expect(tidyQuery(new URLSearchParams('toString=1'))).toBeNull()
  })
})
