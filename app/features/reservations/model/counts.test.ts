import { expect, it } from 'vitest'
import { judgeCounts, type CountedQuantity } from './counts'

const count = (id: string, side: 'giver' | 'taker', countedMilli: number, receivedAtMs: number) =>
  ({
    ...{ id, side, countedMilli, receivedAtMs },
    ...{ difference: '', reason: null, items: [], method: 'counted', weighedG: null },
    ...{ slipNumber: '', slipFileId: null, who: 'Karim', countedAtMs: receivedAtMs },
  }) satisfies CountedQuantity

it('holds each count against what was reserved, the last of each side counting', () => {
  const { counts, agree } = judgeCounts(
    [count('c', 'taker', 11_000, 30), count('a', 'giver', 10_000, 10), count('b', 'giver', 11_000, 20)],
    12_000,
  )
  expect(counts.map(({ id, gapMilli, isSuperseded }) => [id, gapMilli, isSuperseded])).toEqual([
    ['a', -2_000, true],
    ['b', -1_000, false],
    ['c', -1_000, false],
  ])
  expect(agree).toBe(true)
})

it('tells when the two sides counted differently, and nothing until both have', () => {
  expect(judgeCounts([count('a', 'giver', 10_000, 1), count('b', 'taker', 9_000, 2)], 10_000).agree).toBe(
    false,
  )
  expect(judgeCounts([count('a', 'giver', 13_000, 1)], 10_000)).toMatchObject({
    agree: null,
    counts: [{ gapMilli: 3_000, isSuperseded: false }],
  })
  expect(judgeCounts([], 1)).toEqual({ counts: [], agree: null })
})
