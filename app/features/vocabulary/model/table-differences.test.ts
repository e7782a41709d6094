import { describe, expect, it } from 'vitest'
import { SHIPPED_VOCABULARY } from './shipped-entries'
import { tableDifferences } from './table-differences'

const placo = { words: ['placo', 'BA13'], broader: [] }
const placoWide = { words: ['BA13', 'placo', 'plaque de plâtre'], broader: [] }
const rock = { words: ['laine de roche'], broader: ['isolant'] }
const door = { words: ['porte', 'huisserie'], broader: [] }

describe('what a table changes of another', () => {
  it('is nothing of the same, in any order', () => {
    const { entries } = SHIPPED_VOCABULARY
    expect(tableDifferences(entries, [...entries].reverse())).toEqual([])
  })

  it('names what is new, what changes with what it said, and what is gone', () => {
    expect(tableDifferences([placo, rock], [door, placoWide])).toEqual([
      { kind: 'added', entry: door, before: null },
      { kind: 'changed', entry: placoWide, before: placo },
      { kind: 'removed', entry: null, before: rock },
    ])
  })

  it('counts an entry that is said twice twice', () => {
    expect(tableDifferences([placo], [placo, placo])).toEqual([{ kind: 'added', entry: placo, before: null }])
    expect(tableDifferences([placo, placo], [placo])).toEqual([
      { kind: 'removed', entry: null, before: placo },
    ])
  })

  it('changes a former entry once, whatever accents and plurals say', () => {
    const split = [
      { words: ['Placos', 'cloison'], broader: [] },
      { words: ['BA13', 'plaque'], broader: [] },
    ]
    expect(tableDifferences([placo], split).map(({ kind }) => kind)).toEqual(['changed', 'added'])
  })
})
