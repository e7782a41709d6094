import { expect, it } from 'vitest'
import { readViewport } from './schema'

const read = (query: string) => readViewport(new URLSearchParams(query))

it('reads a viewport', () => {
  expect(read('bbox=2.1,48.6,2.7,49.1&zoom=10.4')).toEqual({ bbox: [2.1, 48.6, 2.7, 49.1], zoom: 10.4 })
})

it.each([
  '',
  'bbox=2.1,48.6,2.7&zoom=10',
  'bbox=2.1,48.6,2.7,49.1,3&zoom=10',
  'bbox=2.1,48.6,2.7,49.1',
  'bbox=2.1,48.6,2.7,49.1&zoom=',
  'bbox=2.1,48.6,2.7,49.1&zoom=99',
  'bbox=,,,&zoom=10',
  'bbox=a,b,c,d&zoom=10',
  'bbox=2.7,48.6,2.1,49.1&zoom=10',
  'bbox=2.1,49.1,2.7,48.6&zoom=10',
  'bbox=2.1,48.6,2.7,1e9&zoom=10',
])('«%s» is none', (query) => {
  expect(read(query)).toBeNull()
})
