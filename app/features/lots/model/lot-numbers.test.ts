import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LotFacts } from './lot-facts'
import { LotNumbers } from './lot-numbers'

const lot = (id: number, publishedAtMs: number, communeCode: string): LotFacts =>
  ({
    organisationClosedAtMs: null,
    ...{ id: String(id).padStart(4, '0'), organisationId: 'o', title: 'Portes', material: 'door' },
    ...{ communeCode, availableFrom: '2026-09-01', availableUntil: '2026-10-01', untilDay: 1, publicDay: 0 },
    ...{
      firstStage: 'public',
      publicFrom: null,
      territoryCodes: [],
      unit: 'u',
      quantityMilli: 1,
      availableMilli: 1,
    },
    ...{ massG: null, volumeL: null, vehicle: null, hazards: [], condition: 3, unitPriceCents: 0 },
    ...{ hasPhoto: false, attributes: {}, publishedAtMs, completeness: 0 },
  }) as unknown as LotFacts

const made = fc.array(fc.tuple(fc.nat(5), fc.constantFrom('93066', '94002', '75056')), { maxLength: 60 })

it('has all slots newest first, in however many steps they came', () => {
  fc.assert(
    fc.property(made, fc.array(fc.nat(60), { maxLength: 5 }), (of, stops) => {
      const lots = of.map(([ms, code], id) => lot((id * 7919) % 1000, ms, code))
      const numbers = new LotNumbers()
      for (const stop of [...stops.sort((a, b) => a - b), lots.length]) {
        if (stop >= numbers.length) numbers.follow(lots.slice(0, stop))
      }
      const expected = [...lots.keys()].sort(
        (a, b) => lots[b]!.publishedAtMs - lots[a]!.publishedAtMs || (lots[a]!.id < lots[b]!.id ? 1 : -1),
      )
      expect([...numbers.newest]).toEqual(expected)
    }),
  )
})

it('tells communes apart by their numbers; of those it does not know, none has a lot', () => {
  const numbers = new LotNumbers()
  const lots = ['93066', '94002', '93066'].map((code, id) => lot(id, id, code))
  numbers.follow(lots)
  const there = (codes: string[]) =>
    [...lots.keys()].filter((slot) => numbers.among(codes)![numbers.commune[slot]!])
  expect(there(['93066'])).toEqual([0, 2])
  expect(there(['94002', '75056'])).toEqual([1])
  expect(there([])).toEqual([])
  expect(numbers.among(undefined)).toBeNull()
})
