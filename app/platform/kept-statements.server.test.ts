import Sqlite from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { expect, it, vi } from 'vitest'
import { keepingStatements } from './kept-statements.server'

const doors = sqliteTable('doors', { id: integer('id').primaryKey(), title: text('title').notNull() })

function open() {
  const connection = new Sqlite(':memory:')
  connection.exec('create table doors (id integer primary key, title text not null)')
  const prepared = vi.spyOn(connection, 'prepare')
  return { connection, prepared, db: drizzle(keepingStatements(connection)) }
}

it('prepares a text once, and runs it with the values of each time', () => {
  const { db, prepared } = open()
  for (const title of ['a', 'b', 'c']) db.insert(doors).values({ title }).run()
  expect(prepared).toHaveBeenCalledTimes(1)
  expect(db.select().from(doors).all()).toHaveLength(3)
})

it('gives rows in the shape that is asked for, whoever asked the same text before', () => {
  const { db } = open()
  db.insert(doors).values({ title: 'a' }).run()
  const query = db.select({ id: doors.id, title: doors.title }).from(doors)
  const same = sql.raw(query.toSQL().sql)
  for (let times = 0; times < 2; times += 1) {
    expect(query.all()).toEqual([{ id: 1, title: 'a' }])
    expect(query.values()).toEqual([[1, 'a']])
    expect(db.all(same)).toEqual([{ id: 1, title: 'a' }])
  }
})

it('follows a change of the tables', () => {
  const { db, connection } = open()
  db.insert(doors).values({ title: 'a' }).run()
  expect(db.all(sql`select * from doors`)).toEqual([{ id: 1, title: 'a' }])
  connection.exec('alter table doors add column note text')
  expect(db.all(sql`select * from doors`)).toEqual([{ id: 1, title: 'a', note: null }])
})

it('leaves a statement that is being read to its reader', () => {
  const { db, connection } = open()
  db.insert(doors)
    .values([{ title: 'a' }, { title: 'b' }])
    .run()
  const kept = keepingStatements(connection)
  const rows = kept.prepare('select title from doors order by id').pluck().iterate()
  expect(rows.next().value).toBe('a')
  expect(kept.prepare('select title from doors order by id').all()).toHaveLength(2)
  expect(rows.next().value).toBe('b')
  rows.return?.()
})

it('keeps so many and no more', () => {
  const { connection, prepared } = open()
  const kept = keepingStatements(connection)
  for (let at = 0; at < 600; at += 1) kept.prepare(`select ${at}`)
  prepared.mockClear()
  kept.prepare('select 599')
  expect(prepared).not.toHaveBeenCalled()
  kept.prepare('select 0')
  expect(prepared).toHaveBeenCalledTimes(1)
})
