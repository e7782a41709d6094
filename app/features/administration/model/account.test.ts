import { expect, it } from 'vitest'
import { accountStateOf, filterAccounts, NEW_FOR_MS, type AccountRow } from './account'

const NOW = 100 * 86_400_000
const LONG_AGO = 1

function account(id: string, more: Partial<AccountRow> = {}): AccountRow {
  const times = { createdAtMs: LONG_AGO, emailVerifiedAtMs: 2, suspendedAtMs: null, lastSeenAtMs: null }
  return { id, name: 'Zoé Étienne', email: `${id}@exemple.fr`, organisations: [], ...times, ...more }
}
const side = { isGiver: true, isTaker: false, suspendedAtMs: null }
const firm = { ...side, id: 'o', name: 'Bâti Réemploi', kind: 'company', membership: 'owner' } as const

it.each([
  [{ q: '' }, ['a', 'b', 'c', 'd']],
  [{ q: 'etienne' }, ['a', 'b', 'c', 'd']],
  [{ q: 'B@EXEMPLE' }, ['b']],
  [{ q: 'bati' }, ['a']],
  [{ q: '', role: 'cedant' }, ['a']],
  [{ q: '', role: 'repreneur' }, []],
  [{ q: '', etat: 'actif' }, ['a', 'd']],
  [{ q: '', etat: 'a-confirmer' }, ['b']],
  [{ q: '', etat: 'suspendu' }, ['c']],
  [{ q: '', etat: 'nouveau' }, ['d']],
] as const)('keeps by %o', (filter, ids) => {
  const accounts = [
    account('a', { organisations: [firm] }),
    account('b', { emailVerifiedAtMs: null }),
    account('c', { suspendedAtMs: 5, emailVerifiedAtMs: null }),
    account('d', { createdAtMs: NOW - NEW_FOR_MS }),
  ]
  expect(filterAccounts(accounts, filter, NOW).map(({ id }) => id)).toEqual(ids)
})

it('says suspended before unconfirmed', () => {
  expect(accountStateOf({ suspendedAtMs: 1, emailVerifiedAtMs: null })).toBe('suspendu')
})
