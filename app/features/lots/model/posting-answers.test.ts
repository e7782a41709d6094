import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeness, draftAnswers, nestAnswers } from './posting-answers'

describe('draftAnswers', () => {
  it('keeps the fields of the form, lists as lists, and nothing else', () => {
    const sent: [string, unknown][] = [
      ['material', 'door'],
      ['photoIds', 'a'],
      ['photoIds', 'b'],
      ['attributes.leafWidth', '830'],
      ['attributes.colour', 'red'],
      ['organisationId', 'x'],
      ['intent', 'draft'],
      ['attachments', {}],
    ]
    expect(draftAnswers(sent)).toEqual({
      material: 'door',
      photoIds: ['a', 'b'],
      'attributes.leafWidth': '830',
    })
  })

  it('never grows beyond its bounds, whatever is sent', () => {
    const name = fc.constantFrom('title', 'photoIds', 'hazards', '__proto__', 'attributes.width', 'status')
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ maxLength: 9000 }))), (sent) => {
        const answers = draftAnswers(sent)
        for (const value of Object.values(answers).flat()) expect(value.length).toBeLessThanOrEqual(4000)
        expect([answers.photoIds ?? []].flat().length).toBeLessThanOrEqual(20)
        expect(Object.keys(answers)).not.toContain('status')
      }),
    )
  })
})

it('nestAnswers gathers the sheet', () => {
  expect(nestAnswers({ title: 'Porte', 'attributes.width': '90', hazards: ['none'] })).toEqual({
    title: 'Porte',
    hazards: ['none'],
    attributes: { width: '90' },
  })
})

it('completeness counts what publishing needs, and only what was said', () => {
  expect(completeness({}).done).toBe(0)
  expect(completeness({ material: ' ', quantity: '12', photoIds: ['a'], title: 'Porte' })).toEqual({
    done: 2,
    needed: 8,
  })
})
