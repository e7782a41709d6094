import { describe, expect, it } from 'vitest'
import {
  activeFilters,
  lotSearchQuery,
  needQueryOf,
  withoutFilter,
  wordsOnly,
  type LotSearchState,
} from './lot-search-query'

const all = { q: '', attributs: {}, page: 1 }

const MANY = {
  du: '2026-10-01',
  au: '2026-10-09',
  etat: 3,
  don: true,
  photo: true,
  tri: 'depart',
} as const
const SHEET = {
  leafWidth: { kind: 'number', value: 830, tolerance: 5 },
  openingHand: { kind: 'choice', anyOf: ['left'] },
} as const

describe('the address of a search', () => {
  it.each([
    ['', all, {}],
    ['?q=parquet+ch%C3%AAne', { ...all, q: 'parquet chêne' }, {}],
    [
      '?q=a&materiau=brick&commune=93048&rayon=10',
      { ...all, q: 'a', materiau: 'brick', commune: '93048', rayon: 10 },
      {},
    ],
    ['?commune=93048', { ...all, commune: '93048', rayon: 10 }, { rayon: undefined }],
    ['', { ...all, commune: '93048', rayon: 10 }, { commune: undefined }],
    ['?page=3', { ...all, page: 2 }, { page: 3 }],
    ['?materiau=door', { ...all, page: 2 }, { materiau: 'door' }],
    ['?du=2026-10-01&au=2026-10-09&etat=3&don=oui&photo=oui&tri=depart', { ...all, ...MANY }, {}],
    [
      '?famille=fit-out&dispo=oui&prix=12.5&trajet=van&dangers=health',
      { ...all, famille: 'fit-out', dispo: true, prix: 1250, trajet: 'van', dangers: 'health' },
      {},
    ],
    ['?prix=0', { ...all, prix: 0 }, {}],
    ['?quantite=2.5&unite=t', { ...all, quantite: 2500, unite: 't' }, {}],
    [
      '?materiau=door&largeur-vantail=830&sens-ouverture=left',
      { ...all, materiau: 'door', attributs: SHEET },
      {},
    ],
    ['?materiau=window', { ...all, materiau: 'door', attributs: SHEET }, { materiau: 'window' }],
  ] as const)('is %s', (query, search, changes) => {
    expect(lotSearchQuery(search, changes)).toBe(query)
  })
})

describe('the words of a text alone', () => {
  it.each([
    ['porte 830 mm 15 km', 'porte'],
    ['porte coupe-feu 83 × 204 cm à moins de 15 km', 'porte coupe-feu'],
    ['parquet chêne', null],
    ['830 mm', null],
    ['', null],
  ])('of «%s»: %s', (text, words) => {
    expect(wordsOnly(text)).toBe(words)
  })
})

describe('the filters of a search', () => {
  const full: LotSearchState = {
    ...all,
    ...MANY,
    q: 'porte',
    materiau: 'door',
    commune: '93048',
    rayon: 10,
    quantite: 5000,
    unite: 'u',
    famille: 'fit-out',
    dispo: true,
    prix: 5000,
    trajet: 'van',
    dangers: 'any',
    attributs: SHEET,
    page: 3,
  }

  it('are in force one by one, and each can be taken away alone', () => {
    const filters = activeFilters(full)
    expect(filters).toEqual([
      'text',
      'material',
      'place',
      'dates',
      'quantity',
      'family',
      'now',
      'condition',
      'gift',
      'price',
      'trip',
      'hazards',
      'photo',
      'attribute.leafWidth',
      'attribute.openingHand',
    ])
    for (const filter of filters) {
      const left = activeFilters(withoutFilter(full, filter))
      const gone = filter === 'material' ? filters.filter((one) => one.startsWith('attribute')) : []
      expect(left).toEqual(filters.filter((one) => one !== filter && !gone.includes(one)))
      expect(withoutFilter(full, filter).page).toBe(1)
    }
    expect(activeFilters(all)).toEqual([])
  })

  it('go with the reader who states a need instead, without what a need does not ask', () => {
    expect(needQueryOf(full)).toBe(
      '?q=porte&materiau=door&commune=93048&rayon=10&du=2026-10-01&au=2026-10-09&quantite=5&unite=u&etat=3&largeur-vantail=830&sens-ouverture=left',
    )
  })
})
