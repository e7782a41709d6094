import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choose, fill, materialOf, unitOf, type Answering } from './answering'

const NOTHING: Answering = { answers: {}, chosen: [] }

describe('answering', () => {
  it('brings the usual unit with the material', () => {
    const now = choose(NOTHING, { material: 'ceramic-tile' })
    expect(materialOf(now)).toBe('ceramic-tile')
    expect(unitOf(now)).toBe('m2')
    expect(unitOf(choose(now, { material: 'door' }))).toBe('u')
  })

  it('keeps the unit of a quantity already given, and the unit that the person chose', () => {
    const counted = choose(choose(NOTHING, { material: 'door' }), { quantity: '12' })
    expect(unitOf(choose(counted, { material: 'ceramic-tile' }))).toBe('u')
    const chosen = choose(choose(NOTHING, { unit: 'kg' }), { material: 'ceramic-tile' })
    expect(unitOf(chosen)).toBe('kg')
  })

  it('counts in pieces while nothing tells the unit', () => {
    expect(unitOf(NOTHING)).toBe('u')
    expect(materialOf(choose(NOTHING, { material: 'unobtainium' }))).toBeNull()
  })

  it('never fills over what a person answered, whatever comes in whatever order', () => {
    const names = fc.constantFrom('material', 'unit', 'quantity', 'condition', 'availableUntil')
    const step = fc.record({
      isPerson: fc.boolean(),
      name: names,
      text: fc.constantFrom('door', 'm2', '3', '4'),
    })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const said = new Map<string, string>()
        let now = NOTHING
        for (const { isPerson, name, text } of steps) {
          if (isPerson) said.set(name, text)
          now = (isPerson ? choose : fill)(now, { [name]: text })
        }
        for (const [name, text] of said) expect(now.answers[name]).toBe(text)
        expect([...now.chosen].sort()).toEqual([...said.keys()].sort())
      }),
    )
  })
})
