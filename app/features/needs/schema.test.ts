import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { stateNeedSchema } from './schema'

function sent(more: Record<string, string | string[]> = {}): FormData {
  const form = new FormData()
  const answers: Record<string, string | string[]> = {
    id: newId(),
    material: 'door',
    title: 'Portes de bureaux',
    quantity: '12',
    unit: 'u',
    communeCode: '93048',
    neededFrom: '2026-12-01',
    neededUntil: '2027-02-01',
    radiusKm: '15',
    minCondition: '3',
    budget: '',
    ...more,
  }
  for (const [name, values] of Object.entries(answers)) {
    for (const value of [values].flat()) form.append(name, value)
  }
  return form
}

describe('the form of a need', () => {
  it('reads what is asked of the sheet, with its tolerance, its choices and its flags', () => {
    const parsed = parseWithZod(
      sent({
        'attributes.leafWidth.value': '830',
        'attributes.leafWidth.tolerance': '5',
        'attributes.leafHeight.value': '',
        'attributes.leafHeight.tolerance': '5',
        'attributes.openingHand.value': ['left', 'reversible'],
        'attributes.fireRating.value': 'ei30',
        'attributes.frameIncluded.value': 'on',
      }),
      { schema: stateNeedSchema },
    )
    expect(parsed.status).toBe('success')
    expect(parsed.status === 'success' && parsed.value.attributes).toEqual({
      leafWidth: { kind: 'number', value: 830, tolerance: 5 },
      openingHand: { kind: 'choice', anyOf: ['left', 'reversible'] },
      fireRating: { kind: 'choice', anyOf: ['ei30'] },
      frameIncluded: { kind: 'flag' },
    })
  })

  it('tells a fault of the sheet at its own field', () => {
    const parsed = parseWithZod(sent({ 'attributes.leafWidth.value': 'large' }), { schema: stateNeedSchema })
    expect(parsed.status === 'error' && parsed.error).toEqual({
      'attributes.leafWidth.value': ['invalid_number'],
    })
  })

  it.each([
    ['a field of no form', { status: 'closed' }],
    ['an attribute of no sheet', { 'attributes.soul.value': '21' }],
    ['a period that ends before it begins', { neededUntil: '2026-11-01' }],
    ['half a door', { quantity: '1,5' }],
  ])('refuses %s', (_, more) => {
    expect(parseWithZod(sent(more as Record<string, string>), { schema: stateNeedSchema }).status).toBe(
      'error',
    )
  })
})
