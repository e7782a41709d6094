import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { readCommuneYear } from '~/features/accounting/commune-year.server'
import { listHandovers } from '~/features/accounting/list-handovers.server'
import type { HandoverScope } from '~/features/accounting/model/handover-filters'
import { listCommunes } from '~/features/communes/queries.server'
import { seedDemo } from '~db/seed/seed-demo'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const YEAR = 2026
let setup: TestSetup

beforeAll(async () => {
  setup = await setupDatabase()
  setClock({ now: () => Date.parse(`${YEAR}-11-23T10:00:00Z`) })
  await seedDemo({ baseDay: `${YEAR}-11-23`, pictures: 'none' })
}, 60_000)

afterAll(() => {
  setClock()
  setup.cleanup()
})

async function massOf(code: string, perimetre: HandoverScope, mois?: number): Promise<number> {
  const rows = await listHandovers(code, { annee: YEAR, perimetre, mois })
  return rows.reduce((sum, { massG }) => sum + massG, 0)
}

describe('the handovers behind the figures of each commune', () => {
  it('add up to the figures, to the gram', async () => {
    let seen = 0
    for (const { code, name } of await listCommunes()) {
      const { account, incomingG, months, funnel } = await readCommuneYear(code, YEAR)
      expect(await massOf(code, 'taux'), `rate of ${name}`).toBe(account.localReuse.numeratorG)
      expect(await massOf(code, 'hors-taux'), `beside the rate of ${name}`).toBe(account.outside.handedOverG)
      expect(await massOf(code, 'entrant'), `taken in by ${name}`).toBe(incomingG)
      const inMonths = months.months.map(({ massG }) => Object.values(massG).reduce((a, b) => a + b, 0))
      expect(
        inMonths.reduce((a, b) => a + b, 0),
        `months of ${name}`,
      ).toBe(await massOf(code, 'annee'))
      expect(await massOf(code, 'annee', 6), `June of ${name}`).toBe(inMonths[5])
      expect(funnel.steps.at(0)?.massG).toBe(account.localReuse.denominatorG)
      expect(funnel.steps.at(-1)?.massG).toBe(account.localReuse.numeratorG)
      if (account.localReuse.numeratorG > 0) seen += 1
    }
    expect(seen).toBeGreaterThan(10)
  })

  it('keep only the family asked for', async () => {
    const all = await listHandovers('93048', { annee: YEAR, perimetre: 'annee' })
    const family = all[0]!.material
    const some = await listHandovers('93048', { annee: YEAR, perimetre: 'annee', famille: family })
    expect(some).toEqual(all.filter(({ material }) => material === family))
  })
})
