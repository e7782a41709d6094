import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { publishLotSchema } from './schema'

const ANSWERS: Record<string, string | string[]> = {
  intent: 'publish',
  id: newId(),
  siteId: newId(),
  photoIds: newId(),
  material: 'door',
  quantity: '12',
  unit: 'u',
  condition: '4',
  hazards: 'none',
  availableFrom: '2026-10-01',
  availableUntil: '2026-11-01',
  cedingRight: 'mandate',
}

function parse(change: Record<string, string | string[]> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...ANSWERS, ...change })) {
    for (const one of [value].flat()) form.append(name, one)
  }
  return parseWithZod(form, { schema: publishLotSchema })
}

function errorsOf(change: Record<string, string | string[]>) {
  return parse(change).reply().error
}

describe('the answers that publish a lot', () => {
  it('need the essentials only; the rest has an honest default', () => {
    const { value } = parse() as { value: unknown }
    expect(value).toMatchObject({
      attributes: {},
      hazards: [],
      quantityBasis: 'estimated',
      visibility: 'public',
      cedingRight: 'mandate',
    })
  })

  it('give the sheet of the chosen material, without what belongs to another', () => {
    const { value } = parse({
      'attributes.leafWidth': '830',
      'attributes.openingHand': 'left',
      'attributes.frameIncluded': 'on',
      'attributes.leafHeight': '',
      'attributes.glazing': 'double',
    }) as { value: { attributes: unknown } }
    expect(value.attributes).toEqual({ leafWidth: 830, openingHand: 'left', frameIncluded: true })
  })

  it('read a volume in cubic metres as litres', () => {
    expect(parse({ volumeM3: '1,25' })).toMatchObject({ value: { volumeM3: 1250 } })
  })

  it('take stages that widen, and refuse any other order', () => {
    const staged = {
      visibility: 'staged',
      territory: 'ept',
      territoryFrom: '2026-10-05',
      publicFrom: '2026-10-10',
    }
    expect(errorsOf(staged)).toBeUndefined()
    expect(errorsOf({ ...staged, territoryFrom: '2026-10-10' })).toHaveProperty('territoryFrom')
    expect(errorsOf({ ...staged, territoryFrom: '' })).toHaveProperty('territoryFrom')
    expect(errorsOf({ ...staged, publicFrom: '' })).toHaveProperty('publicFrom')
    expect(errorsOf({ ...staged, publicFrom: '2026-11-01' })).toHaveProperty('publicFrom')
    expect(errorsOf({ ...staged, territory: '', territoryFrom: '' })).toBeUndefined()
  })

  it('keep the day after the last day of storage', () => {
    const parsed = parse({ storageUntil: '2026-11-20' })
    expect(parsed.status === 'success' && parsed.value.storageUntil).toBe('2026-11-21')
  })

  it.each([
    ['asbestos', { hazards: ['asbestos', 'sharp-edges'] }, 'hazards', 'asbestos'],
    ['words that offer asbestos', { title: 'Plaques amiantées' }, 'title', 'wording_asbestos'],
    ['lead paint not declared', { description: 'Peinture au plomb' }, 'description', 'wording_lead'],
    ['a danger and «none»', { hazards: ['none', 'sharp-edges'] }, 'hazards', 'hazard_or_none'],
    ['a figure that is no number', { 'attributes.leafWidth': 'large' }, 'attributes.leafWidth'],
    ['a word outside the list', { 'attributes.openingHand': 'up' }, 'attributes.openingHand'],
    ['storage that ends before the skip', { storageUntil: '2026-10-15' }, 'storageUntil', 'storage_order'],
    ['half a piece', { quantity: '1,5' }, 'quantity', 'whole-units'],
    ['no declaration of right', { cedingRight: '' }, 'cedingRight'],
    ['no declaration of dangers', { hazards: [] }, 'hazards'],
  ])('with %s are refused at their field', (_name, change, field, code?: string) => {
    const errors = errorsOf(change)
    expect(Object.keys(errors ?? {})).toEqual([field])
    if (code) expect(errors?.[field]).toEqual([code])
  })

  it.each(['organisationId', 'availableMilli', 'status', 'reference', 'attributes.colour'])(
    'with the unknown field %s are refused',
    (name) => expect(parse({ [name]: 'x' }).status).toBe('error'),
  )
})
