import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedMove, movedTo, moveIntent, PHOTO_MOVES } from './photo-order'

const LETTERS = ['a', 'b', 'c', 'd']

describe('moving a photo', () => {
  it.each([
    [2, 'first', 'cabd'],
    [3, 'up', 'abdc'],
    [1, 'up', 'bacd'],
    [0, 'up', 'abcd'],
    [0, 'first', 'abcd'],
    [9, 'first', 'abcd'],
    [-1, 'up', 'abcd'],
  ] as const)('%i %s gives %s', (at, move, expected) => {
    expect(movedTo(LETTERS, at, move).join('')).toBe(expected)
  })

  it('loses and doubles none, and reaches every order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.constantFrom(...PHOTO_MOVES))), (moves) => {
        const moved = moves.reduce<string[]>((items, [at, move]) => movedTo(items, at, move), LETTERS)
        expect([...moved].sort()).toEqual(LETTERS)
      }),
    )
    const wanted = ['c', 'a', 'd', 'b']
    const sorted = [...wanted]
      .reverse()
      .reduce<string[]>((items, letter) => movedTo(items, items.indexOf(letter), 'first'), LETTERS)
    expect(sorted).toEqual(wanted)
  })

  it('is asked for by the button of a form', () => {
    expect(askedMove(moveIntent('up', 'a.b'))).toEqual({ move: 'up', id: 'a.b' })
    for (const other of ['photos', 'first', 'save', null]) expect(askedMove(other)).toBeNull()
  })
})
