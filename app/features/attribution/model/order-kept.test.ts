import { expect, it } from 'vitest'
import type { NamedRequest } from './decision'
import { orderKept } from './order-kept'

const waiting = (count: number) => Array.from({ length: count }, () => ({}) as NamedRequest)

it.each([
  ['none', 3, false, 'unpublished'],
  ['lot', 1, false, 'alone'],
  ['organisation', 2, false, 'followed'],
  ['lot', 2, true, 'against'],
] as const)(
  'criteria of %s, %i waiting, against: %s, is %s',
  (criteriaSource, count, isAgainst, expected) => {
    expect(orderKept({ criteriaSource, ranking: waiting(count), isAgainst })).toBe(expected)
  },
)
