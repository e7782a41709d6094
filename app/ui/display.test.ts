import { describe, expect, it } from 'vitest'
import { DEFAULT_DISPLAY, displayAttributes, displayChoices, inThumbOrder } from './display'

describe('displayChoices', () => {
  it('keeps the choices that exist', () => {
    expect(displayChoices({ theme: 'sun', targets: 'large', hand: 'left', locale: 'fr' })).toEqual({
      theme: 'sun',
      targets: 'large',
      hand: 'left',
    })
  })

  it.each([
    { theme: 'neon' },
    { targets: 'huge' },
    { hand: 'third' },
    { hand: null },
    { theme: ['sun'] },
    {},
  ])('keeps nothing of %j', (values) => {
    expect(displayChoices(values)).toEqual({})
  })
})

describe('displayAttributes', () => {
  it('writes nothing for what is as usual', () => {
    expect(Object.values(displayAttributes(DEFAULT_DISPLAY)).filter(Boolean)).toEqual([])
  })

  it('writes each choice on its own', () => {
    expect(displayAttributes({ theme: 'dark', targets: 'large', hand: 'right' })).toEqual({
      'data-theme': 'dark',
      'data-targets': 'large',
      'data-hand': 'right',
    })
  })
})

describe('inThumbOrder', () => {
  const bar = [{ name: 'lots' }, { name: 'post', lead: true }, { name: 'account' }]
  const namesFor = (hand: 'both' | 'left' | 'right') => inThumbOrder(bar, hand).map(({ name }) => name)

  it('puts the leading act in the corner under the thumb', () => {
    expect(namesFor('left')).toEqual(['post', 'lots', 'account'])
    expect(namesFor('right')).toEqual(['lots', 'account', 'post'])
  })

  it('leaves the order as it is for two hands', () => {
    expect(namesFor('both')).toEqual(['lots', 'post', 'account'])
  })
})
