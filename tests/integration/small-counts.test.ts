import type { TypedResponse } from '@remix-run/node'
import { argsOf, requestAs } from '~tests/support/requests'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { setAccounting } from '~/features/accounting/commands/set-accounting.server'
import { DEFAULT_ACCOUNTING } from '~/features/accounting/model/accounting-settings'
import { HANDOVER_SCOPES } from '~/features/board/model/handover-list'
import { readWithholding, type WithheldEntry } from '~/features/accounting/queries/withheld.server'
import { resolvePeriod, type PeriodQuery } from '~/features/board/model/board-period'
import { perimetersOf, type Perimeter } from '~/features/board/model/perimeter'
import { readBoard } from '~/features/board/read-board.server'
import { listCommunes } from '~/features/communes/queries.server'
import { readCommuneFigures } from '~/features/open-data/commune-figures.server'
import { eachPageOf } from '~/features/open-data/datasets.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { loader as communeCsv } from '~/routes/commune-csv/route'
import { loader as handoverList } from '~/routes/commune-handovers/route'
import { loader as handoversCsv } from '~/routes/commune-handovers-csv/route'
import { loader as territoryHandovers } from '~/routes/territory-handovers/route'
import { loader as territoryHandoversCsv } from '~/routes/territory-handovers-csv/route'
import { loader as communesPage } from '~/routes/communes/route'
import { loader as communesCsv } from '~/routes/communes-csv/route'
import { loader as methodCsv } from '~/routes/method-csv/route'
import { loader as widget } from '~/routes/widget/route'
import { loader as chain } from '~/routes/ledger-chain/route'
import { createActor } from '~tests/support/actors'
import type { TestSetup } from '~tests/support/database'
import { setupDemo } from '~tests/support/demo'
import { dropTrigger } from '~tests/support/past-the-product'

const MONTREUIL = '93048'
const TODAY = '2026-11-23'
const YEARS = [2025, 2026]
let setup: TestSetup
let admin: Actor
let withheld: readonly WithheldEntry[]
/** Communes that have a year with too few handovers. */
let small: string[]

beforeAll(async () => {
  setup = await setupDemo(TODAY)
  admin = await createActor('admin')
  withheld = (await readWithholding()).entries
  small = [...new Set(withheld.map(({ fromCommuneCode }) => fromCommuneCode))]
}, 120_000)
afterAll(() => {
  setClock()
  setup.cleanup()
})

/** All that everyone may read of the handovers: pages' data, files, the public interface, open data, the chain. */
async function everythingPublic(): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  const ask = async (path: string, params: Record<string, string> = {}) =>
    argsOf(await requestAs(null, path), params)
  const keep = async (name: string, answer: unknown) => {
    const found = await answer
    told.set(name, found instanceof Response ? await found.text() : JSON.stringify(found))
  }
  for (const year of YEARS) {
    const query = `?annee=${year}`
    await keep(`communes ${year}`, communesPage(await ask(`/communes${query}`)))
    await keep(`communes.csv ${year}`, communesCsv(await ask(`/communes.csv${query}`)))
    await keep(`indicators ${year}`, methodCsv(await ask(`/methode.csv${query}`)))
    for (const code of small) {
      await keep(`figures ${code} ${year}`, readCommuneFigures(code, year))
      await keep(`csv ${code} ${year}`, communeCsv(await ask(`/communes/${code}.csv${query}`, { code })))
      for (const scope of HANDOVER_SCOPES) {
        const path = `/communes/${code}/remises${query}&perimetre=${scope}`
        await keep(path, handoverList(await ask(path, { code })))
        await keep(`${path} csv`, handoversCsv(await ask(path, { code })))
      }
    }
  }
  const boards = perimetersOf(await listCommunes()).filter(
    ({ kind, slug }) => kind !== 'commune' || small.includes(slug),
  )
  for (const perimeter of boards) {
    for (const query of [
      { annee: 2026 },
      { annee: 2025 },
      ...[1, 2, 3, 4].map((trimestre) => ({ annee: 2026, trimestre })),
      { du: '2026-09-01', au: '2026-09-30' },
      { du: '2025-11-01', au: '2026-03-31' },
    ]) {
      const board = readBoard(perimeter, resolvePeriod(query, TODAY, true), 'public')
      await keep(`board ${perimeter.slug} ${JSON.stringify(query)}`, board)
    }
    const { slug } = perimeter
    await keep(`widget ${slug}`, widget(await ask(`/widget/${slug}`, { slug })))
  }
  for (const slug of ['metropole', 'departement-93', 'est-ensemble']) {
    for (const query of [
      ...['annee=2026', 'du=2025-11-02&au=2026-03-30', 'annee=2025&mois=11'],
      ...['annee=2026&trimestre=2', 'annee=2026&trimestre=3'],
    ]) {
      for (const scope of HANDOVER_SCOPES) {
        const path = `/territoires/${slug}/remises?${query}&perimetre=${scope}`
        await keep(path, territoryHandovers(await ask(path, { slug })))
        await keep(`${path} csv`, territoryHandoversCsv(await ask(path, { slug })))
      }
    }
  }
  for await (const page of eachPageOf('remises')) await keep(`open data ${told.size}`, page)
  const { rows } = (await chain().json()) as {
    rows: { content: unknown }[]
  }
  await keep('chain', rows.map(({ content }) => content).filter(Boolean))
  return told
}

/**
 * Gives withheld handovers other masses and emissions whose sums over a year stay, and other days of it, by writing past
 * the triggers.
 */
function redistribute(parts: readonly number[]): void {
  const { writer } = setup.database
  const set = writer.prepare(
    `update ledger_rows set mass_g = ?, net_avoided_g_co2e = ?, net_low_g_co2e = ?, net_high_g_co2e = ?,
       straight_m = straight_m + 7000, handed_over_on = ? where seq = ?`,
  )
  for (const year of YEARS) {
    const own = withheld.filter(({ handedOverOn }) => handedOverOn.startsWith(String(year)))
    const moved = own.map((entry) => ({ ...entry }))
    moved.forEach((entry, index) => {
      const other = moved[(index + 1) % moved.length]!
      const massG = Math.floor(entry.massG * (parts[index % parts.length] ?? 0))
      entry.massG -= massG
      other.massG += massG
    })
    const claimed = moved.filter(({ netAvoidedGCo2e }) => netAvoidedGCo2e !== null)
    claimed.forEach((entry, index) => {
      const other = claimed[(index + 1) % claimed.length]!
      for (const key of ['netAvoidedGCo2e', 'netLowGCo2e', 'netHighGCo2e'] as const) {
        entry[key]! -= 1000 * (index + 1)
        other[key]! += 1000 * (index + 1)
      }
    })
    for (const [index, one] of moved.entries()) {
      const month = 1 + ((index * 5 + Math.floor(12 * (parts[0] ?? 0))) % 12)
      const day = `${year}-${String(month).padStart(2, '0')}-15`
      set.run(one.massG, one.netAvoidedGCo2e, one.netLowGCo2e, one.netHighGCo2e, day, one.seq)
    }
  }
}

/** Makes the process read the ledger anew, as it does after each row that is added. */
async function readAnew(): Promise<void> {
  for (const publicThreshold of [2, DEFAULT_ACCOUNTING.publicThreshold]) {
    const done = await setAccounting({ actor: admin, settings: { ...DEFAULT_ACCOUNTING, publicThreshold } })
    expect(done.ok).toBe(true)
    await readWithholding()
  }
}

describe('what is public of a commune with one or two handovers in a year', () => {
  it('is the same whatever their masses and days are: nothing can be computed that is not told', async () => {
    expect(small.length).toBeGreaterThan(5)
    const before = await everythingPublic()
    dropTrigger(setup.database, 'ledger_rows', 'ledger_rows_no_update')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ min: 0.05, max: 0.95, noNaN: true }), { minLength: 3, maxLength: 7 }),
        async (parts) => {
          redistribute(parts)
          await readAnew()
          const after = await everythingPublic()
          expect([...after.keys()]).toEqual([...before.keys()])
          for (const [name, text] of before) expect(after.get(name), name).toBe(text)
        },
      ),
      { numRuns: 2, endOnFailure: true },
    )
  }, 300_000)

  it('is found by no subtraction of periods: months, quarters and halves of a year add up and say the same of what they lack', async () => {
    const parts = {
      months: Array.from({ length: 12 }, (_, index) => {
        const month = String(index + 1).padStart(2, '0')
        return { du: `2026-${month}-02`, au: `2026-${month}-27` }
      }),
      quarters: [1, 2, 3, 4].map((trimestre) => ({ annee: 2026, trimestre })),
      halves: [
        { du: '2026-01-01', au: '2026-06-30' },
        { du: '2026-07-01', au: '2026-12-31' },
      ],
    }
    const read = async (perimeter: Perimeter, query: PeriodQuery) => {
      const board = await readBoard(perimeter, resolvePeriod(query, TODAY, true), 'public')
      const { handedOver, incoming, carbon } = board.headlines
      const lacks = [handedOver, incoming, carbon, board.flows, board.months, board.outside]
      return { board, handedOver, lacks: lacks.map(({ isPartial }) => isPartial) }
    }
    const sumOf = (figures: { handedOver: { massG: number | null } }[]) =>
      figures.reduce((sum, { handedOver }) => sum + (handedOver.massG ?? 0), 0)
    const chosen = perimetersOf(await listCommunes()).filter(({ slug }) =>
      ['metropole', 'est-ensemble', MONTREUIL, ...small.slice(0, 3)].includes(slug),
    )
    let pooledG = 0
    for (const perimeter of chosen) {
      const year = await read(perimeter, { annee: 2026 })
      const ofParts = []
      for (const queries of Object.values(parts)) {
        const figures = []
        for (const query of queries) figures.push(await read(perimeter, query))
        // All parts of a year say the same, whether they hold what is left out or not.
        const [first, ...others] = figures
        for (const other of others) expect(other.lacks, perimeter.slug).toEqual(first!.lacks)
        ofParts.push({ lacks: first!.lacks, massG: sumOf(figures) })
      }
      for (const other of ofParts) expect(other, perimeter.slug).toEqual(ofParts[0])
      const rest = (year.handedOver.massG ?? 0) - ofParts[0]!.massG
      if (perimeter.kind === 'metropole') pooledG = rest
      else expect(rest, perimeter.slug).toBe(0)
      if (perimeter.kind === 'commune') expect(ofParts[0]!.lacks[0]).toBe(year.handedOver.isPartial)
    }
    // The whole alone counts the withheld, and only as many together as the public is told of any.
    const own = (await readWithholding()).entries.filter(({ handedOverOn }) =>
      handedOverOn.startsWith('2026'),
    )
    expect(own.length).toBeGreaterThanOrEqual(DEFAULT_ACCOUNTING.publicThreshold)
    expect(pooledG).toBe(own.reduce((sum, { massG }) => sum + massG, 0))
  }, 120_000)

  it('says of each figure that something is left out of it, and never its count', async () => {
    const code = withheld.find(({ handedOverOn }) => handedOverOn.startsWith('2026'))!.fromCommuneCode
    const perimeter = perimetersOf(await listCommunes()).find(({ slug }) => slug === code)!
    const { headlines } = await readBoard(perimeter, resolvePeriod({ annee: 2026 }, TODAY, true), 'public')
    expect(headlines.handedOver).toMatchObject({ massG: null, count: null, isPartial: true })
    const figures = (await readCommuneFigures(code, 2026))!
    expect([figures.local_reuse.complete, figures.outside_complete]).toContain(false)
    const own = await handoverList(
      argsOf(
        await requestAs(await createActor('agent', { communeCode: code }), `/communes/${code}/remises`),
        {
          code,
        },
      ),
    )
    expect(own.count).toBeGreaterThan(0)
    expect(own.isPartial).toBe(false)
  })

  it('is whole for the team, whose total is the one that everyone reads of a whole year', async () => {
    const read = async (actor: Actor | null) =>
      communesPage(argsOf(await requestAs(actor, '/communes?annee=2026')))
    const [everyone, team] = [await read(null), await read(admin)]
    expect(everyone.isPartial).toBe(false)
    expect(everyone.handedOverG).toBe(team.handedOverG)
    expect(everyone.metropole.telling.rate).toBe('partial')
    expect(team.lines.every(({ account }) => account.telling.rate === 'whole')).toBe(true)
    const massOf = ({ lines }: typeof team) =>
      lines.reduce((sum, { account }) => sum + account.localReuse.numeratorG, 0)
    expect(massOf(everyone)).toBeLessThan(massOf(team))
  })

  it('is left out of the net emissions of a year that has too few claims to mix, which say so', async () => {
    const read = async (annee: number, publicThreshold: number) => {
      const settings = { ...DEFAULT_ACCOUNTING, publicThreshold }
      expect((await setAccounting({ actor: admin, settings })).ok).toBe(true)
      return communesPage(argsOf(await requestAs(null, `/communes?annee=${annee}`)))
    }
    // One claim of several withheld handovers: the mass is whole, the emissions are not.
    expect(await read(2026, 2)).toMatchObject({ isPartial: false, isClaimsPartial: true })
    expect(await read(2025, 8)).toMatchObject({
      ...{ isPartial: false, isClaimsPartial: true, carbon: { netKg: null, claims: 0 } },
    })
    expect(await read(2026, DEFAULT_ACCOUNTING.publicThreshold)).toMatchObject({ isClaimsPartial: false })
  })

  it('ASVS 8.2.2, 8.2.3: opens of a territory’s handovers what each reader may follow, and keeps the rest to the month', async () => {
    const slug = 'metropole'
    const asked = `/territoires/${slug}/remises?annee=2026`
    const list = async (actor: Actor | null, query = '') => {
      const answer = await territoryHandovers(argsOf(await requestAs(actor, asked + query), { slug }))
      if (answer instanceof Response) throw new Error('redirected')
      return answer as Exclude<typeof answer, TypedResponse<never>>
    }
    const [everyone, team] = [await list(null), await list(admin)]
    expect(everyone.shown.every(({ row }) => row.own === null && /^\d{4}-\d\d$/.test(row.month))).toBe(true)
    expect(everyone).toMatchObject({ isPartial: true, beyond: 0, view: 'public' })
    expect(team.shown.every(({ row }) => row.own)).toBe(true)
    expect(team).toMatchObject({ isPartial: false, beyond: 0, view: 'detail' })
    expect(team.count).toBeGreaterThan(everyone.count)

    const code = withheld.find(({ handedOverOn }) => handedOverOn.startsWith('2026'))!.fromCommuneCode
    const agent = await createActor('agent', { communeCode: code })
    // The agent of a small commune follows its handovers here too, and those alone.
    const ofSmall = await list(agent)
    expect(ofSmall.beyond).toBeGreaterThan(0)
    expect(ofSmall.count).toBe(everyone.count + ofSmall.beyond)
    const numbers = new Set<number>()
    for (let page = 1; page <= ofSmall.pages; page += 1) {
      const { shown } = await list(agent, `&page=${page}`)
      for (const { row } of shown) {
        numbers.add(row.seq)
        expect(row.own !== null, `row ${row.seq}`).toBe(row.fromCommuneCode === code)
      }
    }
    expect(numbers.size).toBe(ofSmall.count)

    const csv = await territoryHandoversCsv(
      argsOf(await requestAs(null, `/territoires/${slug}/remises.csv?annee=2026`), { slug }),
    )
    const lines = (await csv.text()).trim().split('\r\n')
    expect(lines).toHaveLength(1 + everyone.count)
    const moved = await territoryHandovers(
      argsOf(await requestAs(null, `/territoires/${MONTREUIL}/remises?annee=2025`), { slug: MONTREUIL }),
    )
    expect((moved as Response).headers.get('Location')).toBe(`/communes/${MONTREUIL}/remises?annee=2025`)
  })
})
