import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { asc, desc, sql, type SQL } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { HAZARDS, VEHICLES } from '~/core/lot-terms'
import { MATERIAL_FAMILIES } from '~/core/material-families'
import { HAZARD_LIMITS, TRIP_NAMES } from '~/core/trips'
import { newId } from '~/core/ids'
import { LOT_SORTINGS } from '~/features/lots/model/lot-search-query'
import { VISITOR, type LotViewer } from '~/features/lots/model/visibility'
import { searchLots, selectLots } from '~/features/lots/queries.server'
import { isFound } from '~/features/lots/queries/open-lots.server'
import type { LotFilters } from '~/features/lots/queries/lot-filters.server'
import { suggestSearches } from '~/features/lots/suggest.server'
import { changeNeedStatus } from '~/features/needs/commands/change-need-status.server'
import { searchNeeds } from '~/features/needs/queries.server'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { withdrawLot } from '~/features/reservations/commands/withdraw-lot.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { loader as suggestions } from '~/routes/lot-suggestions/route'
import { makeLot, type LotRow } from '~db/seed/factories/lot'
import { makeNeed } from '~db/seed/factories/need'
import { makePhoto } from '~db/seed/factories/photo'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { createActor } from '~tests/support/actors'
import { addLotOf, ALL, MONTREUIL } from '~tests/support/add-lot'
import { lots } from '~db/sqlite/lots'
import { reopen, setupDatabase, type TestSetup } from '~tests/support/database'

const TODAY = '2026-09-15'
const BAGNOLET = '93006'

let setup: TestSetup
let giver: Actor
let taker: Actor

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  setup = await setupDatabase()
  giver = await createActor('giver')
  taker = await createActor('taker')
})
afterAll(() => {
  setup.cleanup()
  setClock()
})
beforeEach(() => {
  setup.database.writer.exec("update lots set status = 'withdrawn'; update needs set status = 'closed'")
})

const addLot = (title: string, lot: Partial<LotRow> = {}) =>
  addLotOf(giver, title, { description: '', ...lot })

async function titles(
  text: string,
  filters: LotFilters = {},
  viewer: LotViewer = VISITOR,
): Promise<string[]> {
  return (await searchLots({ text, ...filters }, ALL, viewer)).lots.map(({ title }) => title)
}

describe('the words of lots', () => {
  it('are followed through every act on a lot', async () => {
    const { id } = await addLot('Radiateurs en fonte', {
      unit: 'u',
      quantityMilli: 10_000,
      material: 'hvac-plumbing',
    })
    expect(await titles('radiateur')).toEqual(['Radiateurs en fonte'])
    expect((await changeLotStatus({ actor: giver, lotId: id, status: 'paused' })).ok).toBe(true)
    expect(await titles('radiateur')).toEqual([])
    expect((await changeLotStatus({ actor: giver, lotId: id, status: 'published' })).ok).toBe(true)
    expect(await titles('radiateur')).toHaveLength(1)
    const taken = { actor: taker, lotId: id, id: newId(), quantity: 10_000, message: '' }
    expect((await requestReservation(taken)).ok).toBe(true)
    expect(await titles('radiateur')).toEqual([])
    expect((await withdrawLot({ actor: giver, lotId: id, reason: 'retiré' })).ok).toBe(true)
    expect(await titles('radiateur')).toEqual([])
  })

  it('are followed when a table is written past the commands, or not at all when the transaction fails', async () => {
    const { id } = await addLot('Lavabos')
    setup.database.writer.prepare('update lots set title = ? where id = ?').run('Éviers inox', id)
    expect([await titles('lavabo'), await titles('évier')]).toEqual([[], ['Éviers inox']])
    const failing = withTx(async (tx) => {
      const site = makeSite({ organisationId: giver.organisationId, communeCode: MONTREUIL })
      const row = makeLot({ ...giver, siteId: site.id, communeCode: MONTREUIL, title: 'Urinoirs' })
      await insertRows(tx, { sites: [site], lots: [row] })
      throw new Error('a crash')
    })
    await expect(failing).rejects.toThrow('a crash')
    expect(await titles('urinoir')).toEqual([])
  })

  it('are read anew by another process, whatever an earlier one held', async () => {
    await addLot('Tomettes anciennes')
    expect(await titles('tomette')).toHaveLength(1)
    setup.database.writer.exec("update lots set title = 'Ardoises' where title = 'Tomettes anciennes'")
    await reopen(setup)
    expect([await titles('tomette'), await titles('ardoise')]).toEqual([[], ['Ardoises']])
  })

  it('find a reference, whole or begun, and what the sheet says', async () => {
    const row = await addLot('Portes', {
      reference: 'GIS-7K3M',
      material: 'door',
      attributes: { leafWidth: 830, fireRating: 'ei30' },
    })
    for (const text of ['GIS-7K3M', '7k3m', '7K3', 'porte 83', 'porte 830 mm', 'porte coupe-feu', 'door']) {
      expect([text, await titles(text)]).toEqual([text, [row.title]])
    }
    expect(await titles('porte 93')).toEqual([])
  })

  it('complete a short list with lots that say a part, after those that say all', async () => {
    await addLot('Parquet pin massif')
    await addLot('Parquet chêne massif')
    const found = await searchLots({ text: 'parquet chêne massif' }, ALL)
    expect(found.lots.map(({ title }) => title)).toEqual(['Parquet chêne massif', 'Parquet pin massif'])
    expect([found.whole, found.total]).toEqual([1, 2])
  })

  it('put the nearest, the first to leave and the best told first where they say the same', async () => {
    const [near, far] = [new Map([[MONTREUIL, 0]]), [BAGNOLET, MONTREUIL]]
    await addLot('Pavés A', { communeCode: BAGNOLET, availableUntil: addDays(TODAY, 40) })
    await addLot('Pavés B', { communeCode: MONTREUIL, availableUntil: addDays(TODAY, 40) })
    const around = { communeCodes: far, nearKm: new Map([...near, [BAGNOLET, 4]]), radiusKm: 5 }
    expect(await titles('pavés', around)).toEqual(['Pavés B', 'Pavés A'])
    await addLot('Pavés C', { communeCode: MONTREUIL, availableUntil: addDays(TODAY, 3) })
    expect((await titles('pavés', around))[0]).toBe('Pavés C')
  })
})

describe('a search by words, beside one without', () => {
  it('counts and orders the same lots, for any filters, viewer and stage', async () => {
    const day = fc.integer({ min: -5, max: 20 }).map((days) => addDays(TODAY, days))
    const materials = ['door', 'window', 'insulation'] as const
    for (let index = 0; index < 60; index += 1) {
      const pick = <T>(items: readonly T[]) => items[(index * 7 + items.length) % items.length]!
      const row = await addLot(`Porte ${String.fromCharCode(97 + (index % 26))}${index}`, {
        material: materials[index % 3]!,
        communeCode: index % 2 === 0 ? MONTREUIL : BAGNOLET,
        availableFrom: addDays(TODAY, (index % 9) - 4),
        availableUntil: addDays(TODAY, 1 + (index % 13)),
        unit: (['t', 'kg', 'u', 'm2'] as const)[index % 4]!,
        quantityMilli: 1000 * (1 + (index % 10)),
        availableMilli: index % 11 === 0 ? 0 : 1000 * (1 + (index % 10)),
        condition: 1 + (index % 5),
        unitPriceCents: index % 3 === 0 ? 0 : 100,
        massG: index % 8 === 0 ? null : index * 300_000,
        volumeL: index % 6 === 0 ? null : index * 500,
        vehicle: index % 4 === 0 ? null : VEHICLES[index % VEHICLES.length]!,
        hazards: index % 3 === 0 ? [] : [HAZARDS[index % (HAZARDS.length - 1)]!],
        publicFrom: addDays(TODAY, (index % 6) - 4),
        territory: index % 5 === 0 ? 'commune' : null,
        territoryCode: index % 5 === 0 ? MONTREUIL : null,
        territoryFrom: index % 5 === 0 ? addDays(TODAY, -5) : null,
        publishedAtMs: Date.parse(`${TODAY}T08:00:00Z`) + index,
        attributes: index % 3 === 0 ? { leafWidth: pick([730, 830]) } : {},
      })
      if (index % 7 === 0) {
        const photo = makePhoto({ organisationId: giver.organisationId, lotId: row.id })
        await withTx((tx) => insertRows(tx, { photos: [photo] }))
      }
    }
    const filters = fc.record(
      {
        material: fc.constantFrom(...materials),
        communeCodes: fc.constantFrom([MONTREUIL], [BAGNOLET, MONTREUIL]),
        from: day,
        until: day,
        quantity: fc.record({
          milli: fc.constantFrom(500, 3000),
          unit: fc.constantFrom('kg' as const, 't' as const),
        }),
        minCondition: fc.integer({ min: 1, max: 5 }),
        isGift: fc.constant(true),
        family: fc.constantFrom(...MATERIAL_FAMILIES),
        thereOn: day,
        mostCents: fc.constantFrom(0, 99, 100),
        trip: fc.constantFrom(...TRIP_NAMES),
        without: fc.constantFrom(...HAZARD_LIMITS),
        hasPhoto: fc.constant(true),
        wanted: fc.constant({ leafWidth: { kind: 'number' as const, value: 830, tolerance: 5 } }),
        sorting: fc.constantFrom(...LOT_SORTINGS.filter((sorting) => sorting !== 'pertinence')),
      },
      { requiredKeys: ['sorting'] },
    )
    const viewer = fc.constantFrom<LotViewer>(
      VISITOR,
      { organisationId: giver.organisationId, territoryCodes: [], seesAll: false },
      { organisationId: taker.organisationId, territoryCodes: [MONTREUIL], seesAll: false },
      { organisationId: null, territoryCodes: [], seesAll: true },
    )
    await fc.assert(
      fc.asyncProperty(filters, viewer, async (asked, who) => {
        const rows = await selectLots()
          .where(isFound(asked, who))
          .orderBy(...orderOf(asked), desc(lots.publishedAtMs), desc(lots.id))
        const ids = rows.map(({ id }) => id)
        const plain = await searchLots(asked, ALL, who)
        const byWords = await searchLots({ ...asked, text: 'porte' }, ALL, who)
        const byMaterial = new Map<string, number>()
        for (const { material } of await selectLots().where(
          isFound({ ...asked, material: undefined, wanted: undefined }, who),
        )) {
          byMaterial.set(material, (byMaterial.get(material) ?? 0) + 1)
        }
        for (const found of [plain, byWords]) {
          expect(found.total).toBe(ids.length)
          expect(found.lots.map(({ id }) => id)).toEqual(ids)
          expect([...found.byMaterial].sort()).toEqual([...byMaterial].sort())
        }
        const first = await searchLots(asked, { size: 2, number: 2 }, who)
        expect(first.lots.map(({ id }) => id)).toEqual(ids.slice(2, 4))
      }),
      { numRuns: 120 },
    )
  })
})

/** The order of a search as SQL says it. */
function orderOf({ sorting, communeCodes }: LotFilters): SQL[] {
  if (sorting === 'depart') return [asc(lots.availableUntil)]
  if (sorting !== 'proches' || !communeCodes) return []
  const ranks = communeCodes.map((code, rank) => sql`when ${code} then ${rank}`)
  return [sql`case ${lots.communeCode} ${sql.join(ranks, sql` `)} else ${ranks.length} end`]
}

describe('the words of needs', () => {
  it('are found as people say them, best answer first, and followed', async () => {
    const row = makeNeed({
      organisationId: taker.organisationId,
      communeCode: MONTREUIL,
      title: 'Plaques de plâtre',
    })
    const other = makeNeed({
      organisationId: taker.organisationId,
      communeCode: MONTREUIL,
      title: 'Moquette',
    })
    await withTx((tx) => insertRows(tx, { needs: [row, other] }))
    const found = async (text: string) => (await searchNeeds({ text }, ALL)).needs.map(({ title }) => title)
    expect(await found('placo')).toEqual([row.title])
    const { whole, total } = await searchNeeds({ text: 'plaques de plâtre' }, { size: 1, number: 1 })
    expect([whole, total]).toEqual([1, 1])
    const part = await searchNeeds({ text: 'moquette bouclée' }, ALL)
    expect([part.whole, part.total]).toEqual([0, 1])
    expect((await changeNeedStatus({ actor: taker, needId: row.id, status: 'paused' })).ok).toBe(true)
    expect(await found('placo')).toEqual([])
  })
})

describe('suggestions', () => {
  it('finish the word with what the reader would find, and how many', async () => {
    await addLot('Fenêtres alu')
    await addLot('Fenêtre PVC')
    await addLot('Fenouil', { publicFrom: addDays(TODAY, 5) })
    const texts = async (text: string, viewer = VISITOR) =>
      (await suggestSearches(text, viewer)).map(({ text: one, count }) => [one, count])
    expect(await texts('fen')).toContainEqual(['fenêtre', 2])
    expect(JSON.stringify(await texts('feno'))).toBe('[]')
    const own = { organisationId: giver.organisationId, territoryCodes: [], seesAll: false }
    expect(await texts('feno', own)).toEqual([['fenouil', 1]])
    expect(await texts('f')).toEqual([])
  })

  it('answer as JSON, whatever is asked', async () => {
    for (const query of ['?q=fen', '', '?q=%00', `?q=${'a'.repeat(500)}`, '?q=%F0%9F%92%A5']) {
      const answer = (await answerOf(
        suggestions(argsOf(await requestAs(null, `/lots/suggestions${query}`))),
      )) as Response
      expect([query, answer.status]).toEqual([query, 200])
      expect(Array.isArray(((await answer.json()) as { suggestions: unknown }).suggestions)).toBe(true)
    }
  })
})
