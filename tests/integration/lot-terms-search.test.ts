import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import type { Actor } from '~/features/organisations/model/permissions'
import type { LotRow } from '~db/seed/factories/lot'
import { createActor } from '~tests/support/actors'
import { addLotOf, titlesFound } from '~tests/support/add-lot'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const TODAY = '2026-09-15'

let setup: TestSetup
let giver: Actor

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  setup = await setupDatabase()
  giver = await createActor('giver')
})
afterAll(() => {
  setup.cleanup()
  setClock()
})
beforeEach(() => {
  setup.database.writer.exec("update lots set status = 'withdrawn'")
})

const addLot = (title: string, lot: Partial<LotRow> = {}) => addLotOf(giver, title, lot)
const found = titlesFound

describe('a search holds lots to', () => {
  it('a mass, as what is left of a lot counted otherwise weighs', async () => {
    await addLot('cent portes', { unit: 'u', quantityMilli: 100_000, massG: 3_000_000 })
    await addLot('dix restent', {
      unit: 'u',
      quantityMilli: 100_000,
      availableMilli: 10_000,
      massG: 3_000_000,
    })
    await addLot('masse inconnue', { unit: 'u', quantityMilli: 900_000, massG: null })
    expect(await found('quantite=300&unite=kg')).toEqual(['cent portes', 'dix restent'])
    expect(await found('quantite=300,001&unite=kg')).toEqual(['cent portes'])
    expect(await found('quantite=3&unite=t')).toEqual(['cent portes'])
    expect(await found('quantite=100&unite=u')).toEqual(['cent portes', 'masse inconnue'])
  })

  it('a family, a day already come, a price', async () => {
    await addLot('porte demain', { material: 'door', availableFrom: addDays(TODAY, 1), unitPriceCents: 1250 })
    await addLot('cloison', { material: 'partition-board', availableFrom: TODAY, unitPriceCents: 1251 })
    await addLot('tuile', { material: 'roof-tile', availableFrom: TODAY, unitPriceCents: 0 })
    expect(await found('famille=fit-out')).toEqual(['cloison', 'porte demain'])
    expect(await found('famille=fit-out&materiau=roof-tile')).toEqual([])
    expect(await found('dispo=oui')).toEqual(['cloison', 'tuile'])
    expect(await found('prix=12,5')).toEqual(['porte demain', 'tuile'])
    expect(await found('prix=0')).toEqual(['tuile'])
    expect(await found('prix=beaucoup')).toHaveLength(3)
  })

  it('what one trip carries, by what is left, its volume and the access', async () => {
    const unit = { unit: 'u', quantityMilli: 10_000 } as const
    await addLot('une tonne', { ...unit, massG: 1_000_000 })
    await addLot('un gramme de trop', { ...unit, massG: 1_000_001 })
    await addLot('la moitié reste', { ...unit, massG: 2_000_000, availableMilli: 5_000 })
    await addLot('trop grand', { ...unit, massG: 50_000, volumeL: 10_001 })
    await addLot('accès fourgon', { ...unit, massG: 50_000, vehicle: 'van' })
    await addLot('accès semi', { ...unit, massG: 8_900_000, vehicle: 'articulated' })
    await addLot('masse inconnue', { ...unit, massG: null })
    expect(await found('trajet=van')).toEqual(['accès fourgon', 'la moitié reste', 'une tonne'])
    expect(await found('trajet=truck')).toEqual([
      'accès semi',
      'la moitié reste',
      'trop grand',
      'un gramme de trop',
      'une tonne',
    ])
  })

  it('no declared danger, or none to health', async () => {
    await addLot('sain')
    await addLot('lourd', { hazards: ['heavy-pieces'] })
    await addLot('plomb et lourd', { hazards: ['heavy-pieces', 'lead-paint'] })
    expect(await found('dangers=any')).toEqual(['sain'])
    expect(await found('dangers=health')).toEqual(['lourd', 'sain'])
    expect(await found('dangers=peu')).toHaveLength(3)
  })
})
