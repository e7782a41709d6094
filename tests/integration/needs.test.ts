import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { findLotsForNeed } from '~/features/matching/queries.server'
import { changeNeed } from '~/features/needs/commands/change-need.server'
import { stateNeed } from '~/features/needs/commands/state-need.server'
import { findNeed } from '~/features/needs/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { makeLot } from '~db/seed/factories/lot'
import { insertRows } from '~db/seed/factories/rows'
import { makeActor, makeSite, openTestDatabase, type TestDatabase } from '~tests/support/deal'

const today = isoDayOf(nowMs())
let database: TestDatabase
let giver: Actor
let taker: Actor
let stranger: Actor
let siteId: string

beforeAll(async () => {
  database = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  stranger = await makeActor('taker')
  siteId = await makeSite(giver)
})
afterAll(() => database.remove())

const doors = {
  material: 'door',
  title: 'Portes de bureaux',
  description: 'Pour un tiers-lieu.',
  attributes: { leafWidth: { kind: 'number', value: 830, tolerance: 5 } },
  quantity: 12_000,
  unit: 'u',
  communeCode: '93066',
  neededFrom: today,
  neededUntil: addDays(today, 60),
  radiusKm: 15,
  minCondition: 2,
} as const

async function stated(): Promise<string> {
  const id = newId()
  const done = await stateNeed({ actor: taker, id, ...doors })
  expect(done.ok).toBe(true)
  return id
}

async function offerDoor(attributes: Record<string, number>): Promise<string> {
  const lot = makeLot({
    organisationId: giver.organisationId,
    siteId,
    communeCode: '93066',
    material: 'door',
    unit: 'u',
    quantityMilli: 4_000,
    condition: 4,
    attributes,
  })
  await withTx((tx) => insertRows(tx, { lots: [lot] }))
  return lot.id
}

describe('what a need asks of doors', () => {
  it('finds the door that fits and the one to be checked, never the one of 730 mm', async () => {
    const fits = await offerDoor({ leafWidth: 828 })
    const silent = await offerDoor({})
    const narrow = await offerDoor({ leafWidth: 730 })
    const need = await findNeed(await stated())
    const found = await findLotsForNeed(need!, 10)
    const ids = found.map(({ item }) => item.id)
    expect(ids).toContain(fits)
    expect(ids).toContain(silent)
    expect(ids).not.toContain(narrow)
    expect(ids.indexOf(fits)).toBeLessThan(ids.indexOf(silent))
    expect(found.find(({ item }) => item.id === silent)?.view.toCheck).toEqual(['leafWidth'])
  })
})

describe('changing a need', () => {
  it('keeps what was typed and compares anew', async () => {
    const needId = await stated()
    const wider = { leafWidth: { kind: 'number', value: 730, tolerance: 10 } } as const
    const changed = await changeNeed({
      actor: taker,
      needId,
      ...doors,
      attributes: wider,
      quantity: 8_000,
      description: '',
    })
    expect(changed.ok).toBe(true)
    expect(await findNeed(needId)).toMatchObject({
      attributes: wider,
      quantityMilli: 8_000,
      openMilli: 8_000,
      description: '',
    })
  })

  it('is refused to others, as if the need did not exist', async () => {
    const needId = await stated()
    const changed = await changeNeed({ actor: stranger, needId, ...doors, title: 'À moi' })
    expect(changed).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await findNeed(needId)).toMatchObject({ title: doors.title })
  })

  it('never asks for less than accepted reservations serve, nor for another material', async () => {
    const needId = await stated()
    database.writer.prepare('update needs set open_milli = 7000 where id = ?').run(needId)
    const less = await changeNeed({ actor: taker, needId, ...doors, quantity: 4_000 })
    expect(less).toMatchObject({
      ok: false,
      error: { code: 'less-than-served', field: 'quantity', params: { served: 5 } },
    })
    const other = await changeNeed({ actor: taker, needId, ...doors, material: 'window', attributes: {} })
    expect(other).toMatchObject({ ok: false, error: { code: 'conflict', field: 'material' } })
    const just = await changeNeed({ actor: taker, needId, ...doors, quantity: 5_000 })
    expect(just.ok).toBe(true)
    expect(await findNeed(needId)).toMatchObject({ quantityMilli: 5_000, openMilli: 0 })
  })

  it('refuses a site of someone else', async () => {
    const needId = await stated()
    const changed = await changeNeed({ actor: taker, needId, ...doors, siteId })
    expect(changed).toMatchObject({ ok: false, error: { code: 'invalid', field: 'siteId' } })
  })
})
