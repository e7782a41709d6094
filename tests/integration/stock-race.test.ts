import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import type { Actor } from '~/features/organisations/model/permissions'
import { changeLot } from '~/features/lots/commands/change-lot.server'
import { findLot } from '~/features/lots/queries.server'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { holdsStock } from '~/core/reservation-status'
import { listReservationsOf } from '~/features/reservations/queries.server'
import { makeActor, makeLot, makeSite, openTestDatabase, type TestDatabase } from '~tests/support/deal'
import type { ChangeForm, RaceOrder, RaceReport } from '~tests/support/stock-race-worker'

let open: TestDatabase
let giver: Actor
let taker: Actor
let siteId: string

beforeAll(async () => {
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  siteId = await makeSite(giver)
})
afterAll(() => open.remove())

/** What the form of a lot sends when nothing but its quantity changes. */
async function formOf(lotId: string): Promise<ChangeForm> {
  const lot = (await findLot(lotId))!
  return {
    siteId: lot.siteId,
    photoIds: [],
    attachmentIds: [],
    material: lot.material,
    attributes: {},
    title: lot.title,
    description: lot.description,
    unit: lot.unit,
    quantityBasis: 'estimated',
    condition: lot.condition,
    hazards: [],
    availableFrom: lot.availableFrom,
    availableUntil: lot.availableUntil,
    access: '',
    provenance: '',
    cedingRight: 'owner',
    visibility: 'public',
    splitting: 'parts',
  }
}

function ask(lotId: string, quantity: number, actor = taker) {
  return requestReservation({ actor, lotId, id: newId(), quantity, message: '' })
}

function countOf(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

describe('limited stock', () => {
  it('ASVS 2.3.4: 4 processes × 50 requests on a stock of 30 grant exactly 30', async () => {
    const lotId = await makeLot(giver, siteId, 30)
    const racers = Array.from({ length: 4 }, () => startRacer())
    const order: RaceOrder = { file: open.file, lotId, actor: taker, requests: 50 }
    await Promise.all(racers.map((racer) => racer.ready(order)))
    const outcomes = (await Promise.all(racers.map((racer) => racer.run()))).flat()
    expect(countOf(outcomes)).toEqual({ granted: 30, 'out-of-stock': 170 })
    expect((await findLot(lotId))?.availableMilli).toBe(0)
    const kept = (await listReservationsOf(taker.organisationId)).filter((row) => row.lotId === lotId)
    expect(kept).toHaveLength(30)
  })

  it('ASVS 2.3.4: 200 concurrent requests on the last piece have one winner', async () => {
    const lotId = await makeLot(giver, siteId, 1)
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(lotId, 1000)))
    const outcomes = answers.map((answer) => (answer.ok ? 'granted' : answer.error.code))
    expect(countOf(outcomes)).toEqual({ granted: 1, 'out-of-stock': 199 })
    expect((await findLot(lotId))?.availableMilli).toBe(0)
  })

  it('is never oversold while the giver changes the quantity: 3 processes × 40 requests, 2 × 40 changes', async () => {
    const lotId = await makeLot(giver, siteId, 30)
    const takers = Array.from({ length: 3 }, () => startRacer())
    const givers = Array.from({ length: 2 }, () => startRacer())
    const quantities = Array.from({ length: 40 }, (_, at) => 1000 * ((at * 7) % 31 || 1))
    const form = await formOf(lotId)
    await Promise.all([
      ...takers.map((racer) => racer.ready({ file: open.file, lotId, actor: taker, requests: 40 })),
      ...givers.map((racer) => racer.ready({ file: open.file, lotId, actor: giver, quantities, form })),
    ])
    const outcomes = (await Promise.all([...takers, ...givers].map((racer) => racer.run()))).flat()
    const counts = countOf(outcomes)
    expect(Object.keys(counts).filter((outcome) => !EXPECTED.includes(outcome))).toEqual([])
    expect(counts.changed).toBeGreaterThan(0)
    expect(counts.granted).toBeGreaterThan(0)
    expect(counts['below-held']).toBeGreaterThan(0)
    const lot = (await findLot(lotId))!
    expect(lot.availableMilli).toBeGreaterThanOrEqual(0)
    expect(lot.quantityMilli - lot.availableMilli).toBe(1000 * counts.granted!)
    const kept = (await listReservationsOf(taker.organisationId)).filter((row) => row.lotId === lotId)
    expect(kept).toHaveLength(counts.granted!)
  })

  it('is conserved by every sequence of requests, answers, cancellations and handovers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const deal = { lotId: await makeLot(giver, siteId, 10), buyer: await makeActor('taker'), asked: [] }
        for (const next of steps) await play(deal, next)
        await expectConserved(deal)
      }),
      { numRuns: 40 },
    )
  })
})

const EXPECTED = ['granted', 'out-of-stock', 'changed', 'below-held', 'edited-meanwhile']

const step = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), milli: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({ kind: fc.constant('request' as const), milli: fc.integer({ min: 1, max: 6000 }) }),
  fc.record({
    kind: fc.constantFrom('accept', 'refuse', 'cancel', 'hand-over'),
    by: fc.constantFrom('giver', 'taker'),
    which: fc.nat(8),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

type Deal = { lotId: string; buyer: Actor; asked: string[] }

/** Plays a step; refusals are part of the game. */
async function play({ lotId, buyer, asked }: Deal, next: Step): Promise<void> {
  if (next.kind === 'request') {
    const answer = await ask(lotId, next.milli, buyer)
    if (answer.ok) asked.push(answer.value.id)
    return
  }
  if (next.kind === 'set') {
    const form = { ...(await formOf(lotId)), seen: (await findLot(lotId))!.updatedAtMs }
    await changeLot({ actor: giver, lotId, ...form, quantity: next.milli })
    return
  }
  const reservationId = asked[next.which % Math.max(1, asked.length)]
  if (!reservationId) return
  const actor = next.by === 'giver' ? giver : buyer
  if (next.kind === 'hand-over') {
    await confirmHandover({ actor, reservationId, massG: 5000, signedName: actor.name })
  } else {
    await decideReservation({ actor, reservationId, action: next.kind, reason: '' })
  }
}

async function expectConserved({ lotId, buyer, asked }: Deal): Promise<void> {
  const lot = await findLot(lotId)
  const own = await listReservationsOf(buyer.organisationId)
  const heldMilli = own
    .filter((row) => holdsStock(row.status))
    .reduce((total, row) => total + row.quantityMilli, 0)
  expect(own.map((row) => row.id).sort()).toEqual([...asked].sort())
  expect(lot!.availableMilli + heldMilli).toBe(lot!.quantityMilli)
}

/** A separate node process that runs `stock-race-worker.ts`. */
function startRacer() {
  const child = fork(path.resolve('tests/support/stock-race-worker.ts'), { execArgv: ['--import', 'tsx'] })
  return {
    ready: async (order: RaceOrder) => {
      child.send(order)
      await answerOf(child, 'ready')
    },
    run: async () => {
      child.send('go')
      return (await answerOf(child, 'done')).outcomes
    },
  }
}

function answerOf<Kind extends RaceReport['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<RaceReport, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a process of the race ended with ${code}`)))
    child.once('message', (message: RaceReport) => {
      if (message.kind === kind) resolve(message as Extract<RaceReport, { kind: Kind }>)
      else reject(new Error(`unexpected ${message.kind}`))
    })
  })
}
