import { describe, expect, it } from 'vitest'
import { changedEntries, entriesOfRows, isSameVocabulary } from './change-vocabulary'
import { checkEntry, entryLine, readEntryLine, readWordList } from './entry-line'
import { SHIPPED_VOCABULARY } from './shipped-entries'

const a = { words: ['placo', 'BA13'], broader: [] }
const b = { words: ['laine de roche'], broader: ['isolant'] }

describe('an act on the table', () => {
  it('adds in front, changes in place, removes', () => {
    expect(changedEntries([a], { kind: 'set', at: null, entry: b })).toEqual([b, a])
    expect(changedEntries([a, a], { kind: 'set', at: 1, entry: b })).toEqual([a, b])
    expect(changedEntries([a, b], { kind: 'removed', at: 0 })).toEqual([b])
  })

  it('has no place beyond the table', () => {
    expect(changedEntries([a], { kind: 'removed', at: 1 })).toBeNull()
    expect(changedEntries([a], { kind: 'set', at: 7, entry: b })).toBeNull()
  })
})

describe('a file', () => {
  it('is read as the export writes it', () => {
    const rows = [
      ['Mots', 'Sorte'],
      ['placo, BA13', ''],
      ['', ''],
      ['laine de roche', 'isolant'],
    ]
    expect(entriesOfRows(rows)).toEqual({ ok: true, entries: [a, b] })
  })

  it.each([
    [[['Mots', 'Sorte']], 'empty', null],
    [[['Mots'], ['placo']], 'row', 2],
    [[['Mots'], ['placo, BA13'], [`${'x'.repeat(61)}, y`]], 'row', 3],
  ])('that is at fault is refused whole', (rows, fault, row) => {
    expect(entriesOfRows(rows)).toEqual({ ok: false, fault, row })
  })
})

it('words are each once, whatever their accents and plural', () => {
  expect(readWordList('Fenêtre, fenetres; ; Châssis')).toEqual(['Fenêtre', 'Châssis'])
})

it('every entry that ships can be used, written and read back', () => {
  for (const entry of SHIPPED_VOCABULARY.entries) {
    expect([entryLine(entry), checkEntry(entry)]).toEqual([entryLine(entry), null])
    expect(readEntryLine(entryLine(entry))).toEqual(entry)
  }
  expect(isSameVocabulary(SHIPPED_VOCABULARY.entries, [...SHIPPED_VOCABULARY.entries])).toBe(true)
})
