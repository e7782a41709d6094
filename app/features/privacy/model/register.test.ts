import { expect, it } from 'vitest'
import { NOTED_TABLES } from './inventory/inventory'
import { TREATMENTS } from './inventory/note'
import { registerEntries, registerLines } from './register'

it('lists every personal column once, under the treatment of its table', () => {
  const lines = registerLines()
  expect(lines).toHaveLength(NOTED_TABLES.reduce((sum, { columns }) => sum + columns.length, 0))
  expect(lines).toContainEqual({
    treatment: 'accounts',
    table: 'users',
    column: 'phone',
    category: 'contact',
    fate: 'cleared',
  })
})

it('has an entry for every treatment, each with something personal', () => {
  const entries = registerEntries()
  expect(entries.map(({ treatment }) => treatment)).toEqual([...TREATMENTS])
  expect(entries.filter(({ columns }) => columns === 0)).toEqual([])
  expect(entries.find(({ treatment }) => treatment === 'contact')?.categories).toEqual([
    'identity',
    'contact',
    'words',
    'activity',
    'link',
  ])
})
