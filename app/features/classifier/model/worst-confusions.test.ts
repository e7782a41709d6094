import { expect, it } from 'vitest'
import { worstConfusions } from './worst-confusions'

it('names the most frequent wrong answers, out of the photos of their row', () => {
  const confusion = {
    labels: ['brick', 'stone', 'other'],
    counts: [
      [7, 2, 1],
      [3, 2, 0],
      [9, 0, 1],
    ],
  }
  expect(worstConfusions(confusion, 2)).toEqual([
    { truth: 'stone', answer: 'brick', count: 3, total: 5 },
    { truth: 'brick', answer: 'stone', count: 2, total: 10 },
  ])
})
