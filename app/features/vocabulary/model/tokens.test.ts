import { describe, expect, it } from 'vitest'
import { pairTerm, tokensOf } from './tokens'

const read = (text: string) =>
  tokensOf(text).map((token) =>
    token.kind === 'figure' ? token.terms.join('|') : token.stem + (token.isPart ? '*' : ''),
  )

describe('the tokens of a text', () => {
  it.each([
    ['Portes coupe-feu 83x204 cm', ['port', 'coup*', 'feu*', '#830', '#2040']],
    ['83 × 204', ['#83|#830', '#204|#2040']],
    ['BA13 2500 × 1200', ['ba', '#13|#130', '#2500|#25000', '#1200|#12000']],
    ['ép. 12,5 mm', ['ep', '#12.5']],
    ['12,5/1200/2500 mm', ['#12.5', '#1200', '#2500']],
    ['portail 4m', ['portail', '#4000']],
    ['GIS-7K3M', ['gis', '7k3m']],
    ['3 constructor', ['#3|#30', 'constructor']],
    ['60x60cm', ['#600', '#600']],
    ['Œuvre d’Élève', ['oeuvr', 'elev']],
    ['', []],
    ['%', []],
  ])('of «%s»', (text, tokens) => {
    expect(read(text)).toEqual(tokens)
  })

  it('leave out what people write between the words that count, unless there is nothing else', () => {
    expect(read('je cherche des portes pour un chantier')).toEqual(['port', 'chantier'])
    expect(read('du')).toEqual(['du'])
  })

  it('take a small whole figure without a unit for a count', () => {
    const isCount = (text: string) => tokensOf(text).map((token) => token.kind === 'figure' && token.isCount)
    expect(isCount('2')).toEqual([true])
    expect(isCount('2 m')).toEqual([false])
    expect(isCount('83')).toEqual([false])
  })

  it('have one term for two words side by side, joined or not', () => {
    expect(pairTerm('porte', 'manteaux')).toBe(pairTerm('portemanteau'))
    expect(pairTerm('gardes', 'corps')).toBe(pairTerm('garde', 'corps'))
  })
})
