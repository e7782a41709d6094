import { describe, expect, it } from 'vitest'
import { databaseFault, isOpenLine, nameOfDatabase } from './database-place'

describe('the address of a database', () => {
  it.each([
    'postgres://gisement:secret@db.example.org:5432/gisement?sslmode=verify-full',
    'postgresql://gisement@localhost/gisement',
    'postgres:///gisement?host=/var/run/postgresql',
  ])('takes %s', (text) => expect(databaseFault(text)).toBeUndefined())

  it.each([
    ['mysql://u:hidden@h/d', /^write postgres/],
    ['postgres://u:hidden@h', /^write postgres/],
    ['postgres://u:hidden@h/', /^write postgres/],
    ['postgres://u:hidden@h/a/b', /^write postgres/],
    ['u:hidden', /^write postgres/],
    ['postgres://u:hidden@h/d?options=-c%20x', /«options» is not known/],
    ['postgres://u:hidden@h/d?sslmode=require', /sslmode is disable or verify-full/],
  ])('refuses %s without saying its password', (text, sentence) => {
    expect(databaseFault(text)).toMatch(sentence)
    expect(databaseFault(text)).not.toContain('hidden')
  })

  it('is named without who signs in', () => {
    expect(nameOfDatabase('postgres://u:hidden@db.example.org:5433/gisement')).toBe(
      'db.example.org:5433/gisement',
    )
    expect(nameOfDatabase('postgres://u@localhost/t?host=/run/pg')).toBe('/run/pg/t')
  })

  it.each([
    ['postgres://u@db.example.org/d', true],
    ['postgres://u@db.example.org/d?sslmode=disable', true],
    ['postgres://u@db.example.org/d?sslmode=verify-full', false],
    ['postgres://u@127.0.0.1/d', false],
    ['postgres:///d?host=/run/postgresql', false],
  ])('%s is asked in clear over a line: %s', (text, isOpen) => expect(isOpenLine(text)).toBe(isOpen))
})
