import { expect, it } from 'vitest'
import { filterSites, siteStateOf } from './site-filter'

const TODAY = '2026-09-15'
const site = (name: string, kind: 'renovation' | 'demolition', startsOn: string, endsOn: string) => ({
  name,
  communeName: 'Saint-Denis',
  kind,
  startsOn,
  endsOn,
})
const SITES = [
  site('École Jules-Ferry', 'renovation', '2026-01-01', TODAY),
  site('Halle', 'demolition', TODAY, '2027-01-01'),
  site('Tour', 'demolition', '2026-09-16', '2027-01-01'),
  site('Bureaux', 'renovation', '2025-01-01', '2026-09-14'),
]
const NONE = { q: '', nature: null, etat: null }
const names = (filter: Partial<Parameters<typeof filterSites>[1]>) =>
  filterSites(SITES, { ...NONE, ...filter }, TODAY).map(({ name }) => name)

it('counts the first and the last day as under way', () => {
  expect(SITES.map((one) => siteStateOf(one, TODAY))).toEqual(['under-way', 'under-way', 'to-come', 'ended'])
})

it.each([
  [{}, ['École Jules-Ferry', 'Halle', 'Tour', 'Bureaux']],
  [{ q: 'ecole denis' }, ['École Jules-Ferry']],
  [{ nature: 'demolition' as const }, ['Halle', 'Tour']],
  [{ nature: 'demolition' as const, etat: 'to-come' as const }, ['Tour']],
  [{ q: 'absent' }, []],
])('%j keeps %j', (filter, kept) => {
  expect(names(filter)).toEqual(kept)
})
