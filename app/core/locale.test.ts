import { expect, test } from 'vitest'
import { pickLocale } from './locale'

test.each([
  [null, 'fr'],
  ['', 'fr'],
  ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
  ['en-US,en;q=0.9,fr;q=0.8', 'en'],
  ['de-DE,de;q=0.9,en;q=0.5,fr;q=0.7', 'fr'],
  ['de', 'fr'],
  ['de,*;q=0.5', 'fr'],
  ['fr;q=0,en', 'en'],
  [';;;,q=,en', 'en'],
] as const)('%s → %s', (header, expected) => {
  expect(pickLocale(header)).toBe(expected)
})
