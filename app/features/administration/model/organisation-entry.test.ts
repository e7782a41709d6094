import { expect, it } from 'vitest'
import { filterOrganisations, organisationStateOf, type OrganisationEntry } from './organisation-entry'

function entry(id: string, more: Partial<OrganisationEntry> = {}): OrganisationEntry {
  return {
    ...{ id, name: `Atelier ${id}`, siret: null, kind: 'company', isGiver: true, isTaker: false },
    ...{ communeCode: null, communeName: null, createdAtMs: 1, suspendedAtMs: null },
    ...{ members: 1, confirmed: 1, sites: 0, lots: 0 },
    ...more,
  }
}

it.each([
  [{ q: '' }, ['a', 'b', 'c', 'd']],
  [{ q: 'ivry' }, ['a']],
  [{ q: '552 100 554' }, ['b']],
  [{ q: '', nature: 'commune' }, ['d']],
  [{ q: '', etat: 'a-confirmer' }, ['b']],
  [{ q: '', etat: 'suspendue' }, ['c']],
  [{ q: '', etat: 'ouverte' }, ['a', 'd']],
] as const)('keeps by %o', (filter, ids) => {
  const entries = [
    entry('a', { communeName: 'Ivry-sur-Seine' }),
    entry('b', { siret: '55210055400013', confirmed: 0 }),
    entry('c', { suspendedAtMs: 3, confirmed: 0 }),
    entry('d', { kind: 'commune', members: 0, confirmed: 0 }),
  ]
  expect(filterOrganisations(entries, filter).map(({ id }) => id)).toEqual(ids)
})

it('calls a commune without any member open, not unconfirmed', () => {
  expect(organisationStateOf({ suspendedAtMs: null, members: 0, confirmed: 0 })).toBe('ouverte')
})
