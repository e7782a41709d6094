import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { answersOfCopy, answersOfLot } from '~/features/lots/model/lot-answers'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { publishLotSchema } from '~/features/lots/schema'
import { loader as newReservation } from '~/routes/reservation-new/route'
import { opensSite, publishes, requests } from '~tests/support/answers'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let taker: Actor
let siteId = ''

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  siteId = await opensSite(giver)
})
beforeEach(async () => {
  taker = await makeActor('taker')
})
afterAll(() => {
  setClock()
  open.remove()
})

async function ask(lotId: string, units: number) {
  const order = { actor: taker, lotId, id: newId(), quantity: units * 1000, message: '' }
  const answer = await requestReservation(order)
  return answer.ok ? 'granted' : answer.error.code
}

async function proposedQuantity(lotId: string): Promise<number> {
  const path = `/lots/${lotId}/reserver`
  const page = await answerOf(newReservation(argsOf(await requestAs(taker, path), { lotId })))
  return (page as { quantityMilli: number }).quantityMilli
}

describe('a lot that goes in one piece', () => {
  it('is asked for as all that is free, or not at all', async () => {
    const lotId = await publishes(giver, siteId, { splitting: 'whole' })
    expect(await findLot(lotId)).toMatchObject({ isWhole: true, minTakeMilli: null })
    expect(await proposedQuantity(lotId)).toBe(12_000)
    expect(await ask(lotId, 11)).toBe('whole-lot')
    expect(await ask(lotId, 13)).toBe('out-of-stock')
    expect((await findLot(lotId))!.availableMilli).toBe(12_000)
    expect(await ask(lotId, 12)).toBe('granted')
    expect(await ask(lotId, 1)).toBe('out-of-stock')
  })

  it('is free again, whole, once its request is refused', async () => {
    const lotId = await publishes(giver, siteId, { splitting: 'whole' })
    const reservationId = await requests(taker, lotId, 12)
    await decideReservation({
      actor: giver,
      reservationId,
      action: 'refuse',
      criterion: 'other',
      reason: '',
    })
    expect(await ask(lotId, 6)).toBe('whole-lot')
    expect(await ask(lotId, 12)).toBe('granted')
  })

  it('has one winner among two hundred who ask at once', async () => {
    const lotId = await publishes(giver, siteId, { splitting: 'whole' })
    const answers = await Promise.all(Array.from({ length: 200 }, (_, at) => ask(lotId, at % 2 ? 12 : 6)))
    expect(answers.filter((code) => code === 'granted')).toHaveLength(1)
    expect((await findLot(lotId))!.availableMilli).toBe(0)
  })
})

describe('a lot with a least part', () => {
  it('grants that much or more, and what is left once it is less', async () => {
    const lotId = await publishes(giver, siteId, { minTake: '5' })
    expect(await proposedQuantity(lotId)).toBe(5000)
    expect(await ask(lotId, 4)).toBe('min-take')
    expect(await ask(lotId, 5)).toBe('granted')
    expect(await ask(lotId, 5)).toBe('granted')
    expect(await proposedQuantity(lotId)).toBe(2000)
    expect(await ask(lotId, 1)).toBe('min-take')
    expect(await ask(lotId, 2)).toBe('granted')
  })

  it('never grants less to requests that come in at once', async () => {
    const lotId = await publishes(giver, siteId, { minTake: '5' })
    const answers = await Promise.all(Array.from({ length: 90 }, (_, at) => ask(lotId, [3, 5, 2][at % 3]!)))
    expect(answers.filter((code) => code === 'granted')).toHaveLength(3)
    expect((await findLot(lotId))!.availableMilli).toBe(0)
  })

  it('says the least in the reader’s words', async () => {
    const lotId = await publishes(giver, siteId, { minTake: '5' })
    const order = { actor: taker, lotId, id: newId(), quantity: 4000, message: '' }
    expect(await requestReservation(order)).toEqual({
      ok: false,
      error: { code: 'min-take', field: 'quantity', params: { least: 5 } },
    })
  })
})

describe('the answers on splitting', () => {
  it('are kept by the form of a lot and by its copy', async () => {
    const whole = (await findLot(await publishes(giver, siteId, { splitting: 'whole' })))!
    const least = (await findLot(await publishes(giver, siteId, { minTake: '5' })))!
    expect(answersOfLot(whole)).toMatchObject({ splitting: 'whole', minTake: '' })
    expect(answersOfCopy(least, TODAY)).toMatchObject({ splitting: 'parts', minTake: '5' })
  })

  it('refuse a least part above the lot, or of half a piece', () => {
    const issueOf = (minTake: string) => {
      const fields = { siteId: newId(), photoIds: [newId()], material: 'door', unit: 'u', quantity: '4' }
      const dates = { availableFrom: TODAY, availableUntil: '2026-12-01' }
      const rest = { condition: '4', hazards: ['none'], cedingRight: 'owner' }
      const read = publishLotSchema.safeParse({ id: newId(), ...fields, ...dates, ...rest, minTake })
      return read.error?.issues.map(({ path, message }) => [path.join(), message])
    }
    expect(issueOf('5')).toEqual([['minTake', 'more_than_lot']])
    expect(issueOf('1,5')).toEqual([['minTake', 'whole-units']])
    expect(issueOf('4')).toBeUndefined()
  })
})
