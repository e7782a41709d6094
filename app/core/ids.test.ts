import { describe, expect, it } from 'vitest'
import { isId, newId } from './ids'

const AT_MS = Date.parse('2026-09-15T08:00:00Z')

describe('an id', () => {
  it('is a UUID of version 7 that tells its millisecond', () => {
    const id = newId(AT_MS)
    expect(isId(id)).toBe(true)
    expect(id[14]).toBe('7')
    expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(AT_MS)
  })

  it('follows those of its own millisecond, and is none of them', () => {
    const made = Array.from({ length: 2000 }, () => newId(AT_MS))
    expect([...made].sort()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
  })

  it('begins elsewhere in each millisecond, and stays unlike others beyond what is counted', () => {
    const starts = Array.from({ length: 50 }, (_, at) => newId(AT_MS + at).slice(15, 18))
    expect(new Set(starts).size).toBeGreaterThan(20)
    const many = Array.from({ length: 10_000 }, () => newId(AT_MS))
    expect(new Set(many).size).toBe(many.length)
  })
})
