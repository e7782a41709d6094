import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { HAZARDS } from '~/core/lot-terms'
import { MATERIAL_FAMILIES } from '~/core/material-families'
import { HAZARD_LIMITS, TRIP_NAMES } from '~/core/trips'
import type { Actor } from '~/features/organisations/model/permissions'
import { VISITOR } from '~/features/lots/model/visibility'
import { countFacets } from '~/features/lots/queries/facets.server'
import { countLots } from '~/features/lots/queries.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { withTx } from '~/platform/transaction.server'
import { loader as page } from '~/routes/lots/route'
import { loader as countOf } from '~/routes/lots-count/route'
import { makeLot } from '~db/seed/factories/lot'
import { makePhoto } from '~db/seed/factories/photo'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'

const TODAY = '2026-09-15'
const MATERIALS = ['door', 'brick', 'roof-tile', 'sanitary', 'other'] as const

let setup: TestSetup
let giver: Actor

/** Forty lots whose terms go through every choice, in cycles of different lengths. */
beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  setup = await setupDatabase()
  giver = await createActor('giver')
  setup.database.writer.exec("update lots set status = 'withdrawn'")
  const { organisationId } = giver
  const site = makeSite({ organisationId, communeCode: '93048' })
  const lots = Array.from({ length: 40 }, (_, at) =>
    makeLot({
      organisationId,
      siteId: site.id,
      communeCode: site.communeCode,
      title: `${at % 2 ? 'Porte' : 'Brique pleine'} ${at}`,
      material: MATERIALS[at % MATERIALS.length]!,
      unit: 'u',
      quantityMilli: 10_000,
      massG: at % 7 === 0 ? null : at * 400_000,
      condition: 1 + (at % 5),
      unitPriceCents: (at % 4) * 500,
      availableFrom: addDays(TODAY, (at % 3) - 1),
      hazards: at % 3 === 0 ? [] : [HAZARDS[at % (HAZARDS.length - 1)]!],
    }),
  )
  const photos = lots
    .filter((_, at) => at % 2 === 0)
    .map(({ id }) => makePhoto({ organisationId, lotId: id }))
  await withTx((tx) => insertRows(tx, { sites: [site], lots, photos }))
})
afterAll(() => {
  setup.cleanup()
  setClock()
})

/** The choices of the form, as its address holds them. */
const CHOICES: readonly [string, readonly string[]][] = [
  ['famille', MATERIAL_FAMILIES],
  ['etat', ['2', '3', '4', '5']],
  ['trajet', TRIP_NAMES],
  ['dangers', HAZARD_LIMITS],
  ['dispo', ['oui']],
  ['don', ['oui']],
  ['photo', ['oui']],
]

const counted = async (params: URLSearchParams): Promise<number> => {
  const { search, place } = await readSearch(params)
  return countLots(filtersOf(search, place))
}

describe('the count beside a choice', () => {
  const some = fc.record(
    Object.fromEntries(CHOICES.map(([name, values]) => [name, fc.constantFrom(...values)])),
    { requiredKeys: [] },
  )

  it('is what the search finds once it is chosen, whatever is chosen already', async () => {
    await fc.assert(
      fc.asyncProperty(some, fc.constantFrom('', 'porte', 'brique pleine'), async (chosen, words) => {
        const params = new URLSearchParams(chosen as Record<string, string>)
        if (words) params.set('q', words)
        const { search, place } = await readSearch(params)
        const facets = await countFacets(filtersOf(search, place), VISITOR, TODAY)
        for (const [name, values] of CHOICES) {
          for (const value of values) {
            const asked = new URLSearchParams(params)
            asked.set(name, value)
            expect(facets[`${name}=${value}`], asked.toString()).toBe(await counted(asked))
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is the same in the page and in what a form asks before it is sent', async () => {
    const query = '?etat=3&dangers=health'
    const shown = (await page(argsOf(await requestAs(giver, `/lots${query}`)))) as {
      total: number
      facets: Record<string, number>
    }
    const reply = (await answerOf(
      countOf(argsOf(await requestAs(giver, `/lots/compte${query}`))),
    )) as Response
    expect(reply.headers.get('Cache-Control')).toContain('no-store')
    expect(await reply.json()).toEqual({ total: shown.total, facets: shown.facets })
  })

  it('counts for each reader what they may see', async () => {
    setup.database.writer.exec(`update lots set public_from = '${addDays(TODAY, 9)}'`)
    const own = { organisationId: giver.organisationId, territoryCodes: [], seesAll: false }
    expect((await countFacets({}, VISITOR, TODAY))['don=oui']).toBe(0)
    expect((await countFacets({}, own, TODAY))['don=oui']).toBe(10)
    setup.database.writer.exec(`update lots set public_from = '0000-00-00'`)
  })
})
