import fs from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { calendarYear } from '~/core/period'
import { answerCorrection, askCorrection } from '~/features/accounting/commands/correct-mass.server'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { readCommuneYear } from '~/features/accounting/commune-year.server'
import { readIndicators } from '~/features/accounting/read-indicators.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { withTx } from '~/platform/transaction.server'
import { makeClosingEntry } from '~db/seed/factories/closing'
import { insertRows } from '~db/seed/factories/rows'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const KG = 1000
let open: TestDatabase
let giver: Actor
let taker: Actor
let siteA: string
let wrong: string

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker', '93048')
  siteA = await makeSite(giver, { inventoryG: 10_000 * KG })
  const lotA = await makeLot(giver, siteA, 1000)
  await makeSite(giver, { inventoryG: 20_000 * KG })
  const lotC = await makeLot(giver, await makeSite(giver, { inventoryG: null }), 100)
  await handOver(lotA, 600)
  wrong = await handOver(lotA, 300)
  await handOver(lotC, 50)
})
afterAll(() => {
  open.remove()
  setClock()
})

async function handOver(lotId: string, massKg: number): Promise<string> {
  const id = newId()
  await requestReservation({ actor: taker, lotId, id, quantity: 20_000, message: '' })
  const accept = { action: 'accept', criterion: 'first', reason: '' } as const
  await decideReservation({ actor: giver, reservationId: id, ...accept })
  const signature = { reservationId: id, massG: massKg * KG, signedName: 'Signataire' }
  await confirmHandover({ actor: giver, ...signature })
  const done = await confirmHandover({ actor: taker, ...signature })
  const handoverId = done.ok ? done.value.handoverId! : ''
  await recordHandover(handoverId)
  return handoverId
}

/** The last two columns of the document's tables: name and figure, of those names. */
function workedByHand(names: readonly string[]): Record<string, number> {
  const text = fs.readFileSync('docs/accounting-example.md', 'utf8')
  const rows = [...text.matchAll(/^\|[^|]+\|\s*(\w+)\s*\|\s*(\d+)\s*\|$/gm)]
  const figures = Object.fromEntries(rows.map(([, name = '', figure]) => [name, Number(figure)]))
  expect(Object.keys(figures).sort()).toEqual([...BEFORE, ...AFTER, ...NET].sort())
  return Object.fromEntries(names.map((name) => [name, figures[name] ?? NaN]))
}

const BEFORE = [
  ...['numerator', 'denominator', 'reusable', 'outside', 'september'],
  ...['inventoried', 'removed', 'published', 'reserved', 'handedOver'],
]
const AFTER = [
  ...['correctedRate', 'correctedFunnel', 'correctedMonth', 'declaredInPlace', 'declaredElse'],
  ...['declaredNoProof', 'incoming', 'proximityCommune', 'proximityNear', 'proximityInside'],
  ...['inertReused', 'inertUsed', 'otherUsed'],
]
const NET = ['netBefore', 'netCorrected', 'netLow', 'netHigh']
const YEAR = calendarYear(2026)

function kilograms(grams: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(grams).map(([name, massG]) => [name, massG / KG]))
}

it('are the figures that the example works by hand', async () => {
  const { account, months, funnel } = await readCommuneYear('93066', 2026)
  const september = Object.values(months.months[8]?.massG ?? {}).reduce((sum, massG) => sum + massG, 0)
  const grams = {
    numerator: account.localReuse.numeratorG,
    denominator: account.localReuse.denominatorG,
    reusable: account.realisation.denominatorG,
    outside: account.outside.handedOverG,
    september,
    ...Object.fromEntries(funnel.steps.map(({ stage, massG }) => [stage, massG])),
  }
  expect(kilograms(grams)).toEqual(workedByHand(BEFORE))
  expect(account.localReuse.rate).toBeCloseTo(0.03, 10)
  expect(account.realisation.rate).toBeCloseTo(0.06, 10)
  const { net } = await readIndicators(YEAR, '93066')
  expect(net.netG).toBe(workedByHand(NET).netBefore)
})

it('follow a correction, with what is declared and what is near apart', async () => {
  await correctAndDeclare()
  const [{ months }, here, there] = await Promise.all([
    readCommuneYear('93066', 2026),
    readIndicators(YEAR, '93066'),
    readIndicators(YEAR, '93048'),
  ])
  const { account, declared, proximity, rep, funnel, net } = here
  const [inert, other] = rep
  expect(
    kilograms({
      correctedRate: account.localReuse.numeratorG,
      correctedFunnel: funnel.steps.find(({ stage }) => stage === 'handedOver')?.massG ?? NaN,
      correctedMonth: Object.values(months.months[8]?.massG ?? {}).reduce((sum, massG) => sum + massG, 0),
      declaredInPlace: declared.inPlaceG,
      declaredElse: declared.elsewhereG,
      declaredNoProof: declared.withoutEvidenceG,
      incoming: there.incomingG,
      proximityCommune: proximity.sameCommune.numeratorG,
      proximityNear: proximity.within10Km.numeratorG,
      proximityInside: proximity.inMetropole.numeratorG,
      inertReused: inert?.rate.numeratorG ?? NaN,
      inertUsed: inert?.rate.denominatorG ?? NaN,
      otherUsed: other?.rate.denominatorG ?? NaN,
    }),
  ).toEqual(workedByHand(AFTER))
  const byHand = workedByHand(NET)
  expect([net.netG, net.lowG, net.highG]).toEqual([byHand.netCorrected, byHand.netLow, byHand.netHigh])
  expect(net).toMatchObject({ claims: 3, total: 3 })
  expect(account.localReuse.rate).toBeCloseTo(850 / 30_000, 10)
})

async function correctAndDeclare(): Promise<void> {
  const id = newId()
  const mass = { handoverId: wrong, massG: 250 * KG, reason: 'weighing', note: '' } as const
  expect(await askCorrection({ actor: giver, id, ...mass })).toMatchObject({ ok: true })
  expect(await answerCorrection({ actor: taker, id, act: 'agree', answer: '' })).toMatchObject({ ok: true })
  const of = { siteId: siteA, createdByUserId: giver.userId }
  const inPlace = { ...of, outcome: 'reused-in-place', massG: 700 * KG, evidence: 'Photo 12' } as const
  const elsewhere = { ...of, outcome: 'reused-elsewhere', massG: 200 * KG, evidence: ' ' } as const
  const recycled = { ...of, massG: 5000 * KG, evidence: 'Ticket 4' }
  const closingEntries = [inPlace, elsewhere, recycled].map((entry) => makeClosingEntry(entry))
  await withTx((tx) => insertRows(tx, { closingEntries }))
}
