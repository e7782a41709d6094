import { expect, it } from 'vitest'
import { pageOf, queryOf } from './page-of'

const rows = Array.from({ length: 101 }, (_, index) => index)

it('cuts rows into pages of fifty, and keeps within them', () => {
  expect(pageOf(rows, 1)).toMatchObject({ page: 1, pages: 3, total: 101 })
  expect(pageOf(rows, 3).shown).toEqual([100])
  expect(pageOf(rows, 9).page).toBe(3)
  expect(pageOf([], 1)).toEqual({ shown: [], page: 1, pages: 1, total: 0 })
})

it('writes the address of a page with its filters', () => {
  expect(queryOf({ q: 'a b', role: undefined, etat: '' })).toBe('?q=a+b')
  expect(queryOf({ q: '' }, 2)).toBe('?page=2')
  expect(queryOf({})).toBe('')
})
