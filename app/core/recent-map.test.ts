import { expect, it } from 'vitest'
import { RecentMap } from './recent-map'

it('holds so many, and lets go of the one asked for longest ago', () => {
  const map = new RecentMap<string, number>(2)
  map.set('a', 1)
  map.set('b', 2)
  expect(map.get('a')).toBe(1)
  map.set('c', 3)
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3])
})

it('replaces and forgets', () => {
  const map = new RecentMap<string, number>(2)
  map.set('a', 1)
  map.set('b', 2)
  map.set('a', 3)
  map.set('c', 4)
  expect([map.get('a'), map.get('b')]).toEqual([3, undefined])
  map.delete('a')
  expect(map.get('a')).toBeUndefined()
})
