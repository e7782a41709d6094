import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { calendarYear } from '~/core/period'
import { readCommuneYear } from '~/features/accounting/commune-year.server'
import { medianOf } from '~/features/accounting/model/median'
import { getMetropoleAccount, listCommuneAccounts } from '~/features/accounting/queries/accounts.server'
import { getTotals } from '~/features/accounting/queries.server'
import { resolvePeriod } from '~/features/board/model/board-period'
import { perimetersOf, type Perimeter } from '~/features/board/model/perimeter'
import { readBoard } from '~/features/board/read-board.server'
import { listCommunes } from '~/features/communes/queries.server'
import type { TestSetup } from '~tests/support/database'
import { setupDemo } from '~tests/support/demo'

const YEAR = 2026
const TODAY = `${YEAR}-11-23`
let setup: TestSetup
let perimeters: Perimeter[]

beforeAll(async () => {
  setup = await setupDemo(TODAY)
  perimeters = perimetersOf(await listCommunes())
})

afterAll(() => {
  setClock()
  setup.cleanup()
})

const year = resolvePeriod({ annee: YEAR }, TODAY, false)
const board = (slug: string, view: 'public' | 'detail' = 'detail', period = year) =>
  readBoard(
    perimeters.find((one) => one.slug === slug)!,
    period,
    view,
  )

describe('the sums of a board', () => {
  it('are those of the accounts, commune by commune, to the gram', async () => {
    let seen = 0
    for (const { slug, kind, name } of perimeters.filter((one) => one.kind === 'commune')) {
      const [own, accounts] = await Promise.all([board(slug), readCommuneYear(slug, YEAR)])
      const { headlines, funnel, outside, months } = own
      expect(headlines.rate.rate, `${kind} ${name}`).toEqual(accounts.account.localReuse)
      expect(own.realisation).toEqual(accounts.account.realisation)
      expect(headlines.incoming.massG).toBe(accounts.incomingG)
      expect(outside.massG).toBe(accounts.account.outside.handedOverG)
      expect(outside.sites).toBe(accounts.account.outside.siteCount)
      expect(headlines.carbon).toMatchObject({ claims: accounts.carbon.claims, total: accounts.carbon.total })
      expect((headlines.carbon.range?.netG ?? 0) / 1000).toBeCloseTo(accounts.carbon.netKg ?? 0, 6)
      expect(funnel.steps, `funnel of ${name}`).toEqual(accounts.funnel.steps)
      expect(funnel.lotsWithoutMass).toBe(accounts.funnel.lotsWithoutMass)
      expect(months.steps.map(({ totalG }) => totalG)).toEqual(
        accounts.months.months.map(({ massG }) => Object.values(massG).reduce((a, b) => a + b, 0)),
      )
      expect(months.families).toEqual(accounts.months.materials)
      expect(own.sites.cohortLines.map(({ id }) => id).sort()).toEqual([...accounts.account.siteIds].sort())
      if (headlines.rate.rate.numeratorG > 0) seen += 1
    }
    expect(seen).toBeGreaterThan(10)
  })

  it('of the whole Métropole are those of the accounts, and its parts add up to it', async () => {
    const [whole, account, totals, accounts] = await Promise.all([
      board('metropole'),
      getMetropoleAccount(calendarYear(YEAR)),
      getTotals(calendarYear(YEAR)),
      listCommuneAccounts(calendarYear(YEAR)),
    ])
    expect(whole.headlines.rate.rate).toEqual(account.localReuse)
    expect(whole.headlines.handedOver).toMatchObject({ massG: totals.massG, count: totals.handovers })
    const rates = accounts.flatMap(({ account: one }) => one.localReuse.rate ?? [])
    expect(whole.comparisons[0]).toMatchObject({ median: medianOf(rates), peers: rates.length })
    const departments = perimeters.filter(({ kind }) => kind === 'department')
    const parts = await Promise.all(departments.map(({ slug }) => board(slug)))
    const sum = (of: (one: (typeof parts)[number]) => number | null) =>
      parts.reduce((total, one) => total + (of(one) ?? 0), 0)
    expect(sum((one) => one.headlines.handedOver.massG)).toBe(totals.massG)
    expect(sum((one) => one.sites.active)).toBe(whole.sites.active)
    expect(sum((one) => one.funnel.steps[2]!.massG)).toBe(whole.funnel.steps[2]!.massG)
  })

  it('of the quarters add up to the year', async () => {
    const quarters = await Promise.all(
      [1, 2, 3, 4].map((trimestre) =>
        board('est-ensemble', 'detail', resolvePeriod({ annee: YEAR, trimestre }, TODAY, false)),
      ),
    )
    const whole = await board('est-ensemble')
    const sum = (of: (one: typeof whole) => number | null) =>
      quarters.reduce((total, one) => total + (of(one) ?? 0), 0)
    expect(sum((one) => one.headlines.handedOver.massG)).toBe(whole.headlines.handedOver.massG)
    expect(sum((one) => one.headlines.rate.rate.denominatorG)).toBe(whole.headlines.rate.rate.denominatorG)
    expect(quarters[0]!.months.unit).toBe('week')
    expect(quarters[3]!.headlines.rate.spark.at(-1)).toBeCloseTo(quarters[3]!.headlines.rate.rate.rate!, 10)
    const spark = whole.headlines.incoming.spark.reduce<number>((total, value) => total + (value ?? 0), 0)
    expect(spark).toBe(whole.headlines.incoming.massG)
  })
})

describe('what the public is told', () => {
  it('leaves out the years of communes with fewer than three handovers, and names no site', async () => {
    let hidden = 0
    for (const { slug } of perimeters.filter((one) => one.kind === 'commune')) {
      const [own, told] = await Promise.all([board(slug), board(slug, 'public')])
      const { count } = own.headlines.handedOver
      const isSmall = count! > 0 && count! < 3
      expect(told.headlines.handedOver.massG).toBe(isSmall ? null : own.headlines.handedOver.massG)
      expect(told.headlines.handedOver.isPartial).toBe(isSmall)
      if (isSmall) hidden += 1
      expect(told.sites).toMatchObject({ unsurveyedLines: [], cohortLines: [] })
      expect(JSON.stringify(told)).not.toContain(own.sites.cohortLines[0]?.id ?? 'no site')
      expect(told.lastHandover ?? '2026-01').toMatch(/^\d{4}-\d{2}$/)
    }
    expect(hidden).toBeGreaterThan(0)
  })

  it('adds up: communes to their territory, months to the year, links to what was handed over', async () => {
    const whole = await board('est-ensemble', 'public')
    const communes = perimeters.find(({ slug }) => slug === 'est-ensemble')!.communeCodes
    const parts = await Promise.all(communes.map((code) => board(code, 'public')))
    const massG = whole.headlines.handedOver.massG!
    expect(parts.reduce((sum, { headlines }) => sum + (headlines.handedOver.massG ?? 0), 0)).toBe(massG)
    expect(whole.months.steps.reduce((sum, { totalG }) => sum + totalG, 0)).toBe(massG)
    const given = whole.flows.links.filter(({ from }) => from !== 'others')
    expect(given.reduce((sum, link) => sum + link.massG, 0)).toBe(massG)
  })
})
