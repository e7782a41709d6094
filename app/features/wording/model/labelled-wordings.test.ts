import { describe, expect, it } from 'vitest'
import { MATERIAL_TYPES } from '~/core/material-types'
import { halvesOfWordings, LABELLED_WORDINGS, type Labelled } from '~tests/support/labelled-wordings'
import { LATER_WORDINGS } from '~tests/support/later-wordings'
import { recogniseProduct } from './recognise-material'

/** How much of a list is recognised, what of it wrongly, and what «sure» is worth. */
function accuracy(list: readonly Labelled[]) {
  const told = list.map(({ wording, material }) => {
    const { material: found, certainty } = recogniseProduct(wording)
    const isRight = (found ?? 'other') === material
    return { wording, material, found, certainty, isRight, isAsked: found === null && material !== 'other' }
  })
  const right = told.filter(({ isRight }) => isRight).length
  const sure = told.filter(({ certainty }) => certainty === 'sure')
  const wrong = told.filter(({ isRight, isAsked }) => !isRight && !isAsked)
  return {
    of: list.length,
    right,
    share: right / list.length,
    asked: told.filter(({ isAsked }) => isAsked).length,
    wrong: wrong.length,
    sureShare: sure.filter(({ isRight }) => isRight).length / sure.length,
  }
}

describe('wordings of surveys before works', () => {
  const lists = { ...halvesOfWordings(), later: LATER_WORDINGS }

  it('are at least 150, of every type', () => {
    expect(Object.keys(LABELLED_WORDINGS)).toEqual([...MATERIAL_TYPES])
    expect(lists.seen.length + lists.setAside.length).toBeGreaterThanOrEqual(150)
    expect(Math.abs(lists.seen.length - lists.setAside.length)).toBeLessThanOrEqual(MATERIAL_TYPES.length)
    const all = Object.values(lists).flatMap((list) => list.map(({ wording }) => wording))
    expect(new Set(all).size).toBe(all.length)
  })

  it.each([
    ['seen', 0.98],
    ['setAside', 0.9],
    ['later', 0.8],
  ] as const)('are recognised: %s', (name, least) => {
    const figures = accuracy(lists[name])
    process.stdout.write(`${JSON.stringify({ wordings: name, ...figures })}\n`)
    expect(figures.share).toBeGreaterThanOrEqual(least)
    expect(figures.sureShare).toBeGreaterThanOrEqual(least)
  })
})

it('relies less on a word further on, or on a category that says something else', () => {
  expect(recogniseProduct('Radiateur fonte')).toEqual({ material: 'hvac-plumbing', certainty: 'sure' })
  expect(recogniseProduct('Grand lot de portes')).toEqual({ material: 'door', certainty: 'likely' })
  expect(recogniseProduct('Radiateur fonte', 'Plomberie et chauffage')).toMatchObject({ certainty: 'sure' })
  expect(recogniseProduct('Carreaux 20x20', 'Isolation')).toMatchObject({ certainty: 'likely' })
  expect(recogniseProduct('Modèle XZ-200', 'Luminaires')).toEqual({
    material: 'electrical',
    certainty: 'likely',
  })
  expect(recogniseProduct('Modèle XZ-200')).toEqual({ material: null, certainty: 'unknown' })
})
