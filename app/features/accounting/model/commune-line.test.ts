import { expect, it } from 'vitest'
import { accountCohort, type AccountedSite } from './cohort'
import { orderLines, type CommuneLine } from './commune-line'
import { toldAccount } from './told-account'

const YEAR = { from: '2026-01-01', until: '2027-01-01' }

function line(name: string, masses: [handedOverG: number, inventoriedG: number] | null): CommuneLine {
  const sites: AccountedSite[] = masses
    ? [
        {
          id: name,
          worksUntil: '2026-07-01',
          inventory: { totalG: masses[1], reusableG: masses[1] },
          handedOverG: masses[0],
          handedOverInPeriodG: masses[0],
        },
      ]
    : []
  const place = { departement: '93', eptName: null, tileColumn: 0, tileRow: 0 }
  return { code: name, name, ...place, account: toldAccount(accountCohort(sites, YEAR), [], YEAR) }
}

const lines = [
  line('Bobigny', null),
  line('Évry', [1, 100]),
  line('Arcueil', [0, 50]),
  line('Drancy', [20, 40]),
]

it.each([
  ['nom', 'Arcueil Bobigny Drancy Évry'],
  ['taux', 'Drancy Évry Arcueil Bobigny'],
  ['remis', 'Drancy Évry Arcueil Bobigny'],
  ['inventorie', 'Évry Arcueil Drancy Bobigny'],
] as const)('orders communes by %s', (order, expected) => {
  expect(
    orderLines(lines, order)
      .map(({ name }) => name)
      .join(' '),
  ).toBe(expected)
})
