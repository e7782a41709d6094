import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  defineCatalogue,
  hasSentence,
  translator,
  type Catalogue,
  type KeyOf,
  type MessagesOf,
} from './catalogue'

const sample = defineCatalogue('catalogue-test', {
  fr: {
    title: 'Lots',
    spaced: "Besoin d'aide ? Dites «oui» : c'est « non » !",
    hello: 'Bonjour {{name}}',
    lots: { count_one: '{{count}} lot', count_other: '{{count}} lots', none: 'Aucun lot' },
    millions_one: '{{count}} u',
    millions_many: '{{count}} de u',
    millions_other: '{{count}} us',
  },
  en: {
    title: 'Lots',
    spaced: "Need help? It's «yes» : no",
    hello: 'Hello {{name}}',
    lots: { count_one: '{{count}} lot', count_other: '{{count}} lots', none: 'No lot' },
    millions_one: '{{count}} piece',
    millions_other: '{{count}} pieces',
  },
})
type Sample = MessagesOf<typeof sample>

describe('translator', () => {
  const fr = translator('fr', sample)
  const en = translator('en', sample)

  test.each([
    [fr('title'), 'Lots'],
    [fr('spaced'), 'Besoin d’aide\u00a0? Dites «\u00a0oui\u00a0»\u00a0: c’est «\u00a0non\u00a0»\u00a0!'],
    [en('spaced'), "Need help? It's «yes» : no"],
    [fr('hello', { name: "<b>«Ça»</b> l'a" }), "Bonjour <b>«Ça»</b> l'a"],
    [fr('lots.count', { count: 0 }), '0 lot'],
    [fr('lots.count', { count: 1.5 }), '1,5 lot'],
    [fr('lots.count', { count: 2 }), '2 lots'],
    [fr('lots.count', { count: 1_000_000 }), '1\u00a0000\u00a0000 lots'],
    [fr('millions', { count: 1_000_000 }), '1\u00a0000\u00a0000 de u'],
    [en('lots.count', { count: 0 }), '0 lots'],
    [en('lots.count', { count: 1 }), '1 lot'],
    [en('millions', { count: 1_000_000 }), '1,000,000 pieces'],
    [en('lots.none'), 'No lot'],
    [fr('hello', { name: '{{name}} $& Le Bourget' }), 'Bonjour {{name}} $& Le Bourget'],
    [en('hello', { name: 1234.5 }), 'Hello 1,234.5'],
    [fr('lots.count', { count: -1 }), '\u22121 lot'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected)
  })

  test('a key that came from elsewhere is known or not', () => {
    expect(hasSentence(sample, 'lots.none')).toBe(true)
    for (const key of ['lots', 'lots.nope', 'title.length', 'constructor', 'lots.count', ''])
      expect(hasSentence(sample, key), key).toBe(false)
  })

  test('where one language came alone, it is what there is', () => {
    const shipped: Catalogue<{ title: string }> = {
      namespace: 'catalogue-test-shipped',
      sentences: { en: { title: 'Lots of it' } },
    }
    expect(translator('fr', shipped)('title')).toBe('Lots of it')
  })

  test('keys and parameters are checked at compile time', () => {
    expectTypeOf<KeyOf<Sample>>().toEqualTypeOf<
      'title' | 'spaced' | 'hello' | 'lots.count' | 'lots.none' | 'millions'
    >()
    // @ts-expect-error the sentence has a slot
    fr('hello')
    // @ts-expect-error a plural needs its count
    fr('lots.count')
    // @ts-expect-error no such key
    expect(fr('lots.nope')).toBe('lots.nope')
    const key: 'title' | 'lots.none' = 'lots.none'
    expect(fr(key)).toBe('Aucun lot')
  })

  test('both languages must have the same keys', () => {
    // @ts-expect-error `b` is missing from the English sentences
    defineCatalogue('catalogue-test-missing', { fr: { a: 'a', b: 'b' }, en: { a: 'a' } })
    defineCatalogue('catalogue-test-extra', {
      fr: { a: { b: 'b' } },
      // @ts-expect-error `c` is unknown to the French sentences
      en: { a: { b: 'b', c: 'c' } },
    })
  })
})
