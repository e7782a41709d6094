import fs from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { readCommuneYear } from '~/features/accounting/commune-year.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const KG = 1000
let open: TestDatabase
let giver: Actor
let taker: Actor

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker', '93048')
  const lotA = await makeLot(giver, await makeSite(giver, { inventoryG: 10_000 * KG }), 1000)
  await makeSite(giver, { inventoryG: 20_000 * KG })
  const lotC = await makeLot(giver, await makeSite(giver, { inventoryG: null }), 100)
  await handOver(lotA, 600)
  await handOver(lotA, 300)
  await handOver(lotC, 50)
})
afterAll(() => {
  open.remove()
  setClock()
})

async function handOver(lotId: string, massKg: number): Promise<void> {
  const id = newId()
  await requestReservation({ actor: taker, lotId, id, quantity: 20_000, message: '' })
  const accept = { action: 'accept', criterion: 'first', reason: '' } as const
  await decideReservation({ actor: giver, reservationId: id, ...accept })
  const signature = { reservationId: id, massG: massKg * KG, signedName: 'Signataire' }
  await confirmHandover({ actor: giver, ...signature })
  const done = await confirmHandover({ actor: taker, ...signature })
  await recordHandover(done.ok ? done.value.handoverId! : '')
}

/** The last two columns of the document's table: name and kilograms. */
function workedByHand(): Record<string, number> {
  const text = fs.readFileSync('docs/accounting-example.md', 'utf8')
  const rows = text.matchAll(/^\|[^|]+\|\s*(\w+)\s*\|\s*(\d+)\s*\|$/gm)
  return Object.fromEntries([...rows].map(([, name = '', kg]) => [name, Number(kg)]))
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
  const kilograms = Object.fromEntries(Object.entries(grams).map(([name, massG]) => [name, massG / KG]))
  expect(kilograms).toEqual(workedByHand())
  expect(account.localReuse.rate).toBeCloseTo(0.03, 10)
  expect(account.realisation.rate).toBeCloseTo(0.06, 10)
})
