import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import type { TypedResponse } from '@remix-run/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import type { BoardView } from '~/features/board/model/board'
import { bucketsOf, periodQuery, resolvePeriod, type PeriodQuery } from '~/features/board/model/board-period'
import { STAGE_KEYS, STAGE_NAMES } from '~/features/board/model/board-rows'
import { sideKey } from '~/features/board/model/flow-side'
import {
  familyFilter,
  handoverQuery,
  stepQuery,
  type HandoverFilters,
} from '~/features/board/model/handover-list'
import { findPerimeter } from '~/features/board/model/perimeter'
import { readBoard } from '~/features/board/read-board.server'
import { listCommunes } from '~/features/communes/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { loader as peersPage } from '~/routes/board-peers/route'
import { loader as peersCsv } from '~/routes/board-peers-csv/route'
import { loader as stagePage } from '~/routes/board-stage/route'
import { loader as stageCsv } from '~/routes/board-stage-csv/route'
import { loader as communeHandovers } from '~/routes/commune-handovers/route'
import { loader as territoryHandovers } from '~/routes/territory-handovers/route'
import { createActor } from '~tests/support/actors'
import type { TestSetup } from '~tests/support/database'
import { setupDemo } from '~tests/support/demo'

const TODAY = '2026-11-23'
const PLACES = ['93048', '93006', 'est-ensemble', 'departement-94', 'metropole']
const PERIODS: PeriodQuery[] = [{ annee: 2026 }, { annee: 2026, trimestre: 2 }]
let setup: TestSetup
let team: Actor

beforeAll(async () => {
  setup = await setupDemo(TODAY)
  team = await createActor('admin')
})
afterAll(() => {
  setClock()
  setup.cleanup()
})

/** The list that an address opens, as a page is given it. */
async function list(actor: Actor | null, slug: string, query: string) {
  const path = `/remises${query}`
  const args = argsOf(await requestAs(actor, path), { slug, code: slug })
  const answer = await (/^\d/.test(slug) ? communeHandovers(args) : territoryHandovers(args))
  if (answer instanceof Response) throw new Error('redirected')
  return answer as Exclude<typeof answer, TypedResponse<never>>
}

const ask = async (actor: Actor | null, path: string, params: Record<string, string>) =>
  argsOf(await requestAs(actor, path), params)

async function each(run: (of: { actor: Actor | null; slug: string; query: PeriodQuery }) => Promise<void>) {
  for (const slug of PLACES)
    for (const query of PERIODS) for (const actor of [null, team]) await run({ actor, slug, query })
}

async function boardOf(slug: string, query: PeriodQuery, actor: Actor | null) {
  const view: BoardView = actor ? 'detail' : 'public'
  const period = resolvePeriod(query, TODAY, view === 'public')
  return readBoard(findPerimeter(await listCommunes(), slug)!, period, view)
}

describe('the rows behind a figure of a board', () => {
  it('are those of each ribbon between who gives and who takes, for the public and for the team', async () => {
    let grouped = 0
    await each(async ({ actor, slug, query }) => {
      const board = await boardOf(slug, query, actor)
      const { nodes, links } = board.flows
      const keyOf = (key: string) => sideKey(nodes.find((node) => node.key === key)!)
      const see = (filters: HandoverFilters) => list(actor, slug, handoverQuery(board.period, filters))
      for (const { from, to, massG, count } of links) {
        const ends = { de: keyOf(from), vers: keyOf(to) }
        if ([from, to].includes('others')) grouped += 1
        const found = await see({ perimetre: 'echanges', ...ends })
        expect(
          found,
          `${slug} ${JSON.stringify(query)} ${from} > ${to} ${actor?.roles.join() ?? 'visitor'}`,
        ).toMatchObject({ massG, count })
        expect(found.filters).toMatchObject(ends)
      }
      const all = await see({ perimetre: 'echanges' })
      expect(all.massG).toBe(links.reduce((sum, { massG }) => sum + massG, 0))
      const { within10Km, inPerimeter } = board.near!
      expect((await see({ perimetre: 'proches' })).massG).toBe(within10Km.numeratorG)
      expect((await see({ perimetre: 'sur-place' })).massG).toBe(inPerimeter.numeratorG)
    })
    expect(grouped).toBeGreaterThan(5)
  })

  it('are those of each family of each month, the small ones together', async () => {
    let rests = 0
    await each(async ({ actor, slug, query }) => {
      const board = await boardOf(slug, query, actor)
      const { families, steps } = board.months
      for (const { start, massG } of steps) {
        for (const key of [...families, 'rest' as const]) {
          const part = stepQuery(board, bucketsOf(board.period.interval), start, familyFilter(key, families))
          if (part === null) expect(actor).toBeNull()
          else if (massG[key]) {
            expect(
              (await list(actor, slug, part)).massG,
              `${slug} ${part} ${actor?.roles.join() ?? 'visitor'}`,
            ).toBe(massG[key])
            if (key === 'rest') rests += 1
          }
        }
      }
    })
    expect(rests).toBeGreaterThan(5)
  })

  it('are the lines and lots of each stage of the funnel, for the team; for the public the handovers alone', async () => {
    let weighed = 0
    let paged = 0
    for (const slug of PLACES) {
      for (const query of PERIODS) {
        const { funnel, period } = await boardOf(slug, query, team)
        for (const etape of STAGE_KEYS) {
          const asked = `${periodQuery(period)}&etape=${etape}`
          const page = await stagePage(await ask(team, `/bilan/${slug}/etapes${asked}`, { slug }))
          const step = funnel.steps.find(({ stage }) => stage === STAGE_NAMES[etape])!
          expect(page.massG, `${slug} ${asked}`).toBe(step.massG)
          const csv = await stageCsv(await ask(team, `/bilan/${slug}/etapes.csv${asked}`, { slug }))
          const lines = (await csv.text()).trim().split('\r\n').slice(1)
          expect(lines).toHaveLength(page.count)
          const kg = lines.reduce((sum, line) => sum + Number(line.split(';').at(-1)!.replace(',', '.')), 0)
          expect(Math.round(kg * 1000)).toBe(step.massG)
          if (step.massG > 0) weighed += 1
          if (page.pages < 2 || slug !== 'metropole') continue
          // Pages of the database, one after the other, are the file: no row twice, none between two pages.
          const titles = []
          for (let number = 1; number <= page.pages; number += 1) {
            const asPage = `${asked}&page=${number}`
            const { rows } = await stagePage(await ask(team, `/bilan/${slug}/etapes${asPage}`, { slug }))
            expect(rows.length).toBe(number < page.pages ? 50 : page.count - 50 * (page.pages - 1))
            titles.push(...rows.map(({ reference, title }) => `${reference ?? ''};${title}`))
          }
          expect(titles).toEqual(
            lines.map((line) => line.split(';').slice(0, 2).join(';').replaceAll('"', '')),
          )
          paged += 1
        }
      }
    }
    expect(weighed).toBeGreaterThan(20)
    expect(paged).toBeGreaterThan(3)
    const told = (await boardOf('93048', { annee: 2026 }, null)).funnel.steps.at(-1)!
    expect((await list(null, '93048', '?annee=2026&perimetre=taux')).massG).toBe(told.massG)
  })

  it('ASVS 8.2.2, 8.2.3: open at the stages of the funnel to the agent of the commune and to the team alone', async () => {
    const agent = await createActor('agent', { communeCode: '93048' })
    const status = async (actor: Actor | null, slug: string) => {
      const answer = await answerOf(
        stagePage(await ask(actor, `/bilan/${slug}/etapes?etape=publie`, { slug })),
      )
      return answer instanceof Response ? answer.status : 200
    }
    expect(await status(agent, '93048')).toBe(200)
    expect(await status(agent, '93006')).toBe(404)
    expect(await status(agent, 'est-ensemble')).toBe(404)
    expect(await status(null, '93048')).toBe(404)
    expect(await status(await createActor('giver', { communeCode: '93048' }), '93048')).toBe(404)
  })

  it('are the places of each median, and of each place its own handovers', async () => {
    for (const actor of [null, team]) {
      for (const [slug, query] of [
        ['93048', { annee: 2026 }],
        ['est-ensemble', PERIODS[1]!],
      ] as const) {
        const board = await boardOf(slug, query, actor)
        const asked = `/bilan/${slug}/comparaison${periodQuery(board.period)}`
        const { rows, medians } = await peersPage(await ask(actor, asked, { slug }))
        for (const { measure, median, peers, values } of board.comparisons) {
          const own = rows.flatMap((row) => row.values[measure] ?? []).sort((a, b) => a - b)
          expect(own, `${slug} ${measure}`).toEqual(values)
          expect([medians[measure], own.length]).toEqual([median, peers])
        }
        for (const row of rows) {
          const of = (perimetre: 'annee' | 'taux') =>
            list(actor, row.slug, handoverQuery(board.period, { perimetre }))
          if (row.massG !== null) expect((await of('annee')).massG, row.name).toBe(row.massG)
          if (row.reusedG !== null) expect((await of('taux')).massG, row.name).toBe(row.reusedG)
        }
        const few = rows.filter(({ massG }) => massG === null)
        // Whoever sees one place whole reads the others as everyone does.
        expect(few.length, slug).toBeGreaterThan(0)
        expect(few.every(({ values }) => values.perSite === null && values.perInhabitant === null)).toBe(true)
        const csv = await peersCsv(await ask(actor, asked.replace('?', '.csv?'), { slug }))
        expect((await csv.text()).trim().split('\r\n')).toHaveLength(rows.length + 1)
      }
    }
  })

  it('are left out of parts of the year even where its total counts them, which says so', async () => {
    const [told, whole] = [
      await boardOf('metropole', { annee: 2026 }, null),
      await boardOf('metropole', { annee: 2026 }, team),
    ]
    expect(told.headlines.handedOver).toMatchObject({
      isPartial: false,
      massG: whole.headlines.handedOver.massG,
    })
    const inMonths = told.months.steps.reduce((sum, { totalG }) => sum + totalG, 0)
    expect(inMonths).toBeLessThan(told.headlines.handedOver.massG!)
    expect([told.months.isPartial, told.flows.isPartial]).toEqual([true, true])
    expect([whole.months.isPartial, whole.flows.isPartial]).toEqual([false, false])
  })

  it('tell by no filter when, of what or for whom those left out were', async () => {
    const few = setup.database.writer
      .prepare(
        "select from_commune_code from ledger_entries where handed_over_on like '2026%' group by 1 having count(*) < 3",
      )
      .pluck()
      .get() as string
    const base = `?annee=2026&perimetre=echanges`
    const filters = ['', '&mois=1', '&mois=7', '&famille=door', '&famille=brick', `&de=${few}&vers=inconnu`]
    const asked = [few, 'metropole'].flatMap((slug) => filters.map((filter) => ({ slug, filter })))
    for (const { slug, filter } of asked)
      expect((await list(null, slug, base + filter)).isPartial, slug + filter).toBe(true)
  })

  it('keep the address of what they are asked for, and drop ends that are no place', async () => {
    const { period, filters, flow } = await list(
      null,
      '93048',
      '?annee=2026&perimetre=echanges&de=nulle-part&vers=93048',
    )
    expect(periodQuery(period)).toBe('?annee=2026')
    expect(filters).toMatchObject({ de: undefined, vers: '93048' })
    expect(flow).toEqual({ from: null, to: { key: '93048', name: 'Montreuil' } })
    const other = await list(null, '93048', '?annee=2026&perimetre=annee&vers=93048&hors=brick.nothing')
    expect(other.filters).toEqual({
      perimetre: 'annee',
      hors: ['brick'],
      mois: undefined,
      famille: undefined,
    })
  })
})
