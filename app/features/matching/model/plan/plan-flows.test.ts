import { expect, it } from 'vitest'
import { heaviestFirst } from './plan-flows'

const flow = (fromCode: string, toCode: string, massG: number, pairs = 1) => ({
  ...{ fromCode, toCode, massG, pairs, netG: 0 },
})

it('puts flows in one order, whatever the order they come in: the heaviest, the most pairs, the codes', () => {
  const ordered = [
    flow('75056', '93048', 500),
    flow('93048', '75056', 40, 3),
    flow('92012', '75056', 40, 2),
    flow('93048', '92012', 40, 2),
    flow('93048', '93048', 0),
  ]
  expect(heaviestFirst(ordered.toReversed())).toEqual(ordered)
  expect(heaviestFirst([])).toEqual([])
})
