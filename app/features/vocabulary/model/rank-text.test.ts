import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Thesaurus } from './entries'
import { planQuery } from './query-concepts'
import { rankText } from './rank-text'
import { SHIPPED_VOCABULARY } from './shipped-entries'
import { TermFinder } from './term-finder'
import { TextIndex } from './text-index'
import { weighText } from './weigh-text'

const shipped = new Thesaurus(SHIPPED_VOCABULARY)

function indexOf(texts: Readonly<Record<string, string | readonly [string, string]>>) {
  const index = new TextIndex()
  for (const [id, text] of Object.entries(texts)) index.set(id, weighed(text))
  return { index, finder: new TermFinder(index), thesaurus: shipped }
}

function weighed(text: string | readonly [string, string]) {
  const [title, description] = typeof text === 'string' ? [text, ''] : text
  return weighText([
    { text: title, weight: 3, isTitle: true },
    { text: description, weight: 1 },
  ])
}

type Held = ReturnType<typeof indexOf>

/** Ids found, the best first, those that say all before the others. */
function find(held: Held, query: string, isSeen: (id: string) => boolean = () => true): string[] {
  const found = rankText(held.index, planQuery(query, held), (slot) => isSeen(held.index.idAt(slot)!))
  return [...found.slots.keys()]
    .sort((a, b) => found.isWhole[b]! - found.isWhole[a]! || found.scores[b]! - found.scores[a]!)
    .map((at) => held.index.idAt(found.slots[at]!)!)
}

describe('a text finds', () => {
  const held = indexOf({
    door: ['Portes coupe-feu 83x204 cm', 'Huisserie comprise'],
    rack: 'Porte-manteaux noirs',
    placo: 'Placo BA13 hydro',
    rails: ['Rails et montants', 'Pour cloisons en placo'],
    beam: 'Poutrelles IPN 200',
    toilet: 'Cuvettes suspendues',
    radiator: 'RADIATEURS EN FONTE',
    wool: 'Laine de roche 100 mm',
    slip: 'Jardinires grises',
  })

  it.each([
    ['porte', 'door'],
    ['fire door', 'door'],
    ['porte 83', 'door'],
    ['porte 830 mm', 'door'],
    ['portemanteau', 'rack'],
    ['porte manteau', 'rack'],
    ['plaque de plâtre', 'placo'],
    ['plasterboard', 'placo'],
    ['ba 13', 'placo'],
    ['placo', 'placo'],
    ['profilé acier', 'beam'],
    ['wc', 'toilet'],
    ['radiateur fonte', 'radiator'],
    ['raditeur', 'radiator'],
    ['cast iron radiators', 'radiator'],
    ['isolant', 'wool'],
    ['jardinière', 'slip'],
    ['je cherche un radiateur pour mon appartement', 'radiator'],
  ])('by «%s» the right thing first', (query, first) => {
    expect(find(held, query)[0]).toBe(first)
  })

  it.each(['fenêtre', 'porte 977 mm', 'tuile canal', 'zzzz'])('nothing by «%s»', (query) => {
    expect(find(held, query)).toEqual([])
  })

  it('what the reader sees alone, and does not let the rest shape the answer', () => {
    const both = indexOf({ hidden: 'Porte chêne vitrée', shown: 'Porte chêne' })
    expect(find(both, 'porte chêne machin', (id) => id === 'shown')).toEqual(['shown'])
    expect(find(both, 'porte', () => false)).toEqual([])
  })

  it('what was changed or removed no more', () => {
    const moving = indexOf({ a: 'Parquet', b: 'Parquet' })
    moving.index.set('a', weighed('Moquette'))
    moving.index.remove('b')
    expect(find(moving, 'parquet')).toEqual([])
    expect(find(moving, 'moquette')).toEqual(['a'])
  })
})

it('an exact title finds its record first', () => {
  const noun = fc.constantFrom(
    'porte',
    'fenêtre',
    'radiateur',
    'parquet',
    'dalle',
    'poutre',
    'lavabo',
    'tuile',
  )
  const quality = fc.constantFrom('chêne', 'fonte', 'acier', 'gris', 'PVC', 'ancien', 'suspendu', 'massif')
  const title = fc
    .tuple(noun, fc.uniqueArray(quality, { maxLength: 3 }))
    .map(([first, rest]) => [first, ...rest].join(' '))
  fc.assert(
    fc.property(fc.uniqueArray(title, { minLength: 2, maxLength: 25 }), (titles) => {
      const held = indexOf(Object.fromEntries(titles.map((one) => [one, one])))
      for (const one of titles) {
        const words = (text: string) => text.split(' ').sort().join(' ')
        expect(words(find(held, one)[0]!)).toBe(words(one))
      }
    }),
    { numRuns: 60 },
  )
})
