import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { readCommuneYear } from '~/features/accounting/commune-year.server'
import { withheldFromAgentOf } from '~/features/accounting/model/suppression'
import { readWithholding } from '~/features/accounting/queries/withheld.server'
import { resolvePeriod } from '~/features/board/model/board-period'
import {
  HANDOVERS_A_PAGE,
  type HandoverFilters,
  type HandoverScope,
} from '~/features/board/model/handover-list'
import { findPerimeter, perimetersOf, type Perimeter } from '~/features/board/model/perimeter'
import { listListed, sumListed } from '~/features/board/queries/handovers.server'
import { readBoard } from '~/features/board/read-board.server'
import { listCommunes } from '~/features/communes/queries.server'
import type { TestSetup } from '~tests/support/database'
import { setupDemo } from '~tests/support/demo'

const YEAR = 2026
let setup: TestSetup

beforeAll(async () => {
  setup = await setupDemo(`${YEAR}-11-23`)
})

afterAll(() => {
  setClock()
  setup.cleanup()
})

const yearOf = (annee: number) => resolvePeriod({ annee }, `${YEAR}-11-23`, false)

async function massOf(
  perimeter: Perimeter,
  filters: HandoverFilters,
  period = yearOf(YEAR),
): Promise<number> {
  return (await sumListed({ perimeter, period, filters }, [])).massG
}

describe('the handovers behind the figures of each commune', () => {
  it('add up to the figures, to the gram', async () => {
    let seen = 0
    for (const perimeter of perimetersOf(await listCommunes()).filter(({ kind }) => kind === 'commune')) {
      const { name, slug } = perimeter
      const { account, incomingG, months, funnel } = await readCommuneYear(slug, YEAR)
      const of = (perimetre: HandoverScope, mois?: number) => massOf(perimeter, { perimetre, mois })
      expect(await of('taux'), `rate of ${name}`).toBe(account.localReuse.numeratorG)
      expect(await of('hors-taux'), `beside the rate of ${name}`).toBe(account.outside.handedOverG)
      expect(await of('entrant'), `taken in by ${name}`).toBe(incomingG)
      const inMonths = months.months.map(({ massG }) => Object.values(massG).reduce((a, b) => a + b, 0))
      expect(
        inMonths.reduce((a, b) => a + b, 0),
        `months of ${name}`,
      ).toBe(await of('annee'))
      expect(await of('annee', 6), `June of ${name}`).toBe(inMonths[5])
      expect(funnel.steps.at(0)?.massG).toBe(account.localReuse.denominatorG)
      expect(funnel.steps.at(-1)?.massG).toBe(account.localReuse.numeratorG)
      if (account.localReuse.numeratorG > 0) seen += 1
    }
    expect(seen).toBeGreaterThan(10)
  })

  it('keep only the family asked for', async () => {
    const perimeter = findPerimeter(await listCommunes(), '93048')!
    const listed = { perimeter, period: yearOf(YEAR), filters: { perimetre: 'annee' as const } }
    const all = await listListed(listed, [])
    const famille = all[0]!.material
    const some = await listListed({ ...listed, filters: { ...listed.filters, famille } }, [])
    expect(some).toEqual(all.filter(({ material }) => material === famille))
  })
})

describe('the handovers behind the figures of a territory, a département and the Métropole', () => {
  it('add up to the figures of their board, whole and as everyone reads it, in any period', async () => {
    const places = await listCommunes()
    const { entries: withheld } = await readWithholding()
    expect(withheld.length).toBeGreaterThan(5)
    const queries = [{ annee: YEAR }, { annee: YEAR, trimestre: 2 }, { du: '2025-11-01', au: '2026-03-31' }]
    for (const slug of ['metropole', 'est-ensemble', 'departement-94']) {
      const perimeter = findPerimeter(places, slug)!
      for (const query of queries) {
        const period = resolvePeriod(query, `${YEAR}-11-23`, true)
        for (const view of ['public', 'detail'] as const) {
          const leftOut = view === 'public' ? withheld : withheldFromAgentOf(withheld, perimeter.communeCodes)
          const of = (perimetre: HandoverScope) =>
            sumListed({ perimeter, period, filters: { perimetre } }, leftOut)
          const { headlines, outside } = await readBoard(perimeter, period, view)
          const name = `${slug} ${JSON.stringify(query)} ${view}`
          expect((await of('taux')).massG, name).toBe(headlines.rate.rate.numeratorG)
          expect((await of('entrant')).massG, name).toBe(headlines.incoming.massG ?? 0)
          expect((await of('hors-taux')).massG, name).toBe(outside.massG ?? 0)
          const handed = await of('annee')
          const inSteps = headlines.handedOver.spark.reduce((sum: number, massG) => sum + (massG ?? 0), 0)
          expect(handed.massG, name).toBe(inSteps)
          // The yearly total of the whole also counts what it tells of nobody.
          if (slug !== 'metropole') expect(handed.massG, name).toBe(headlines.handedOver.massG ?? 0)
        }
      }
    }
  })

  it('come in pages that share no row and leave none out', async () => {
    const perimeter = findPerimeter(await listCommunes(), 'metropole')!
    const listed = { perimeter, period: yearOf(YEAR), filters: { perimetre: 'annee' as const } }
    const all = (await listListed(listed, [])).map(({ seq }) => seq)
    const limit = HANDOVERS_A_PAGE
    const paged: number[] = []
    for (let offset = 0; offset < all.length; offset += limit) {
      paged.push(...(await listListed(listed, [], { limit, offset })).map(({ seq }) => seq))
    }
    expect(all.length).toBeGreaterThan(limit)
    expect(paged).toEqual(all)
    expect(all).toEqual([...all].sort((a, b) => b - a))
  })
})
