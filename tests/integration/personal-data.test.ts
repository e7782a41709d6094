import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { is } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { differences, INVENTORY, NOTED_TABLES } from '~/features/privacy/model/inventory/inventory'
import type { TableNote } from '~/features/privacy/model/inventory/note'

const modules = import.meta.glob<Record<string, unknown>>('../../db/sqlite/*.ts', { eager: true })

function schema(): Record<string, string[]> {
  const tables = Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter((value): value is SQLiteTable => is(value, SQLiteTable))
  return Object.fromEntries(
    tables.map((table) => {
      const { name, columns } = getTableConfig(table)
      return [name, columns.map((column) => column.name)]
    }),
  )
}

describe('the inventory of personal data', () => {
  it('ASVS 14.1.1: knows every column of every table, and says of each whether it is personal', () => {
    expect(differences(schema())).toEqual([])
    expect(Object.keys(schema()).length).toBeGreaterThan(80)
  })

  it('says in a sentence which column is new, which is gone, which is named twice', () => {
    const note: TableNote = {
      treatment: 'accounts',
      owners: [],
      personal: { name: 'identity kept' },
      plain: 'id name old',
    }
    expect(differences({ people: ['id', 'name', 'birthday'], cars: ['id'] }, { people: note })).toEqual([
      'The table «cars» is new: say in app/features/privacy/model/inventory what is personal in it.',
      '«people.birthday» is new: is it personal? Say so in app/features/privacy/model/inventory.',
      'The inventory knows «people.old», which is gone.',
      'The inventory names «people.name» twice.',
    ])
  })

  it('finds rows by columns and tables that exist', () => {
    const columns = schema()
    for (const { table, note } of NOTED_TABLES) {
      for (const owner of note.owners) {
        if ('within' in owner) {
          const [column, parent, key] = owner.within
          expect(columns[table]).toContain(column)
          expect(columns[parent]).toContain(key)
          expect(INVENTORY[parent as keyof typeof INVENTORY].owners).not.toEqual([])
        } else expect(columns[table]).toContain(Object.values(owner)[0])
      }
    }
  })

  it('has somebody to ask for wherever erasing changes something', () => {
    const lost = NOTED_TABLES.filter(
      ({ note, columns }) =>
        note.owners.length === 0 && columns.some(({ fate }) => fate === 'deleted' || fate === 'cleared'),
    )
    expect(lost.map(({ table }) => table)).toEqual([])
  })

  it('gives a row of a table one fate: what stays in a row that is deleted is a link alone', () => {
    for (const { table, columns } of NOTED_TABLES) {
      if (!columns.some(({ fate }) => fate === 'deleted')) continue
      const odd = columns.filter(({ fate, category }) => fate !== 'deleted' && category !== 'link')
      expect(odd, table).toEqual([])
    }
  })
})
