import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asc } from 'drizzle-orm'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { getTotals } from '~/features/accounting/queries.server'
import { verifyLedger } from '~/features/accounting/verify-ledger.server'
import type { Actor } from '~/features/organisations/model/permissions'
import type { PaperFacts } from '~/features/reservations/model/paper-facts'
import { findHandover, listTimeline } from '~/features/reservations/queries.server'
import { loader as handoversCsv } from '~/routes/commune-handovers-csv/route'
import { action as handoverAction } from '~/routes/field-handover/route'
import { ledgerRows } from '~db/sqlite/accounting'
import { handoverPapers } from '~db/sqlite/handover-papers'
import { accepts, requests, signs } from '~tests/support/answers'
import { makeActor, makeLot, makeSite, openTestDatabase, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let taker: Actor
let now = Date.parse('2026-12-01T12:00:00Z')

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker')
})
afterAll(() => {
  setClock()
  open.remove()
})

type Form = Record<string, string>

async function signsOnDevice(who: Actor, form: Form): Promise<{ status: number }> {
  const answer = await answerOf(handoverAction(argsOf(await requestAs(who, '/terrain/remise', form))))
  return { status: (answer as Response).status }
}

describe('a handover done without a network', () => {
  const HOUR = 3_600_000
  const YEARS_END = Date.parse('2026-12-31T15:20:00Z')
  const ARRIVAL = Date.parse('2027-01-04T07:30:00Z')

  /** A reservation accepted at an instant, and what a phone sends of it: `skewMs` is how wrong its clock stands. */
  async function accepted(acceptedAtMs: number) {
    now = acceptedAtMs
    const lotId = await makeLot(giver, await makeSite(giver), 200)
    const reservationId = await requests(taker, lotId, 100)
    await accepts(giver, reservationId)
    const sent = (said: { doneMs: number; arrivesMs: number; skewMs?: number }): Form => ({
      ...{ compte: giver.userId, id: newId(), reservationId, counted: '100', massKg: '200' },
      ...{ signedName: 'Aïcha Benali', otherName: 'Claire Morin' },
      countedAtMs: String(said.doneMs + (said.skewMs ?? 0)),
      sentAtMs: String(said.arrivesMs + (said.skewMs ?? 0)),
    })
    return { reservationId, sent }
  }
  const rows = () => open.read.select().from(ledgerRows).orderBy(asc(ledgerRows.seq))

  it.each([
    ['a right clock', 0],
    ['a clock five days fast', 120 * HOUR],
    ['a clock a year slow', -8760 * HOUR],
  ])('counts in the month and the year in which it was done, with %s', async (_, skewMs) => {
    const december = await accepted(YEARS_END - 24 * HOUR)
    const january = await accepted(Date.parse('2027-01-02T09:00:00Z'))
    const [inDecember, inJanuary, before] = await Promise.all([
      getTotals({ from: '2026-12-01', until: '2027-01-01' }),
      getTotals({ from: '2027-01-01', until: '2027-02-01' }),
      rows(),
    ])
    // What was done later arrives first.
    now = Date.parse('2027-01-02T10:00:00Z')
    expect(await signsOnDevice(giver, january.sent({ doneMs: now, arrivesMs: now, skewMs }))).toMatchObject({
      status: 200,
    })
    now = ARRIVAL
    const late = december.sent({ doneMs: YEARS_END, arrivesMs: ARRIVAL, skewMs })
    for (let times = 0; times < 2; times += 1)
      expect(await signsOnDevice(giver, late)).toMatchObject({ status: 200 })
    const { handover, confirmations } = await findHandover(december.reservationId)
    expect(handover).toMatchObject({ handedOverOn: '2026-12-31', doneAtMs: YEARS_END, receivedAtMs: ARRIVAL })
    for (const signed of confirmations)
      expect(signed).toMatchObject({ atMs: YEARS_END, receivedAtMs: ARRIVAL })
    expect((await getTotals({ from: '2026-12-01', until: '2027-01-01' })).massG).toBe(
      inDecember.massG + 200_000,
    )
    expect((await getTotals({ from: '2027-01-01', until: '2027-02-01' })).massG).toBe(
      inJanuary.massG + 200_000,
    )
    // The chain keeps the order of arrival, and still holds.
    const added = (await rows()).slice(before.length)
    expect(added.map(({ handedOverOn }) => handedOverOn)).toEqual(['2027-01-02', '2026-12-31'])
    expect(added.map(({ recordedAtMs }) => recordedAtMs)).toEqual([
      Date.parse('2027-01-02T10:00:00Z'),
      ARRIVAL,
    ])
    expect(await verifyLedger()).toMatchObject({ faults: [], missing: 0, unfounded: [] })
  })

  it('says both instants on its documents, in its history and behind its figure', async () => {
    const { reservationId, sent } = await accepted(YEARS_END - HOUR)
    now = ARRIVAL
    await signsOnDevice(giver, sent({ doneMs: YEARS_END, arrivesMs: ARRIVAL }))
    const papers = await open.read.select().from(handoverPapers)
    const { handover } = await findHandover(reservationId)
    const facts = papers
      .filter(({ handoverId }) => handoverId === handover!.id)
      .map((paper) => JSON.parse(paper.facts) as PaperFacts)
    expect(facts).toHaveLength(2)
    for (const stated of facts) {
      expect(stated).toMatchObject({ handedOverOn: '2026-12-31', doneAtMs: YEARS_END, receivedAtMs: ARRIVAL })
      for (const signature of stated.signatures)
        expect(signature).toMatchObject({ atMs: YEARS_END, receivedAtMs: ARRIVAL })
    }
    const history = (await listTimeline(reservationId)).filter(({ kind }) => kind.startsWith('signed'))
    expect(history).toMatchObject([
      { atMs: ARRIVAL, doneAtMs: YEARS_END },
      { atMs: ARRIVAL, doneAtMs: YEARS_END },
    ])
    const asked = argsOf(await requestAs(giver, '/x?annee=2026'), { code: '93066' })
    const csv = await (await handoversCsv(asked)).text()
    expect(csv).toMatch(/;2026-12-31;2027-01-04T07:30:00\.000Z;/)
  })

  it.each([
    ['before it was accepted', -HOUR, '2026-12-30'],
    ['after it arrived', 200 * HOUR, '2027-01-04'],
    ['longer ago than a phone keeps', -9000 * HOUR, '2027-01-04'],
  ])('is not dated %s', async (_, byMs, day) => {
    const acceptedAtMs = Date.parse('2026-12-30T09:00:00Z')
    const { reservationId, sent } = await accepted(acceptedAtMs)
    now = ARRIVAL
    expect(
      await signsOnDevice(giver, sent({ doneMs: acceptedAtMs + byMs, arrivesMs: ARRIVAL })),
    ).toMatchObject({ status: 200 })
    expect((await findHandover(reservationId)).handover).toMatchObject({ handedOverOn: day })
  })

  it('keeps a lone signature as it first came, however often it is sent', async () => {
    const { reservationId, sent } = await accepted(YEARS_END - HOUR)
    const { otherName: _, ...alone } = sent({ doneMs: YEARS_END, arrivesMs: ARRIVAL })
    now = ARRIVAL
    expect(await signsOnDevice(giver, alone)).toMatchObject({ status: 200 })
    const later = ARRIVAL + 40 * 24 * HOUR
    now = later
    expect(await signsOnDevice(giver, { ...alone, sentAtMs: String(later) })).toMatchObject({ status: 200 })
    const { confirmations } = await findHandover(reservationId)
    expect(confirmations).toMatchObject([{ side: 'giver', atMs: YEARS_END, receivedAtMs: ARRIVAL }])
    const history = (await listTimeline(reservationId)).filter(({ kind }) => kind.startsWith('signed'))
    expect(history).toHaveLength(1)
  })

  it('is dated by the later signature, whichever arrives last', async () => {
    const { reservationId, sent } = await accepted(YEARS_END - HOUR)
    now = Date.parse('2027-01-01T09:00:00Z')
    expect(await signs(taker, reservationId, 200_000)).toBeNull()
    now = ARRIVAL
    const { otherName: _, ...alone } = sent({ doneMs: YEARS_END, arrivesMs: ARRIVAL })
    expect(await signsOnDevice(giver, alone)).toMatchObject({ status: 200 })
    expect((await findHandover(reservationId)).handover).toMatchObject({
      handedOverOn: '2027-01-01',
      receivedAtMs: ARRIVAL,
    })
  })
})
