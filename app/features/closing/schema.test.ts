import { describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { entrySchema, gapSchema } from './schema'

const ENTRY = {
  ...{ intent: 'entry', revision: '3', id: newId(), outcome: 'recycled', massKg: '1 250,5' },
  ...{ operator: 'Centre de tri', wasteCode: '17 02 01', evidence: 'BSD 42' },
}

function faultsOf(parsed: ReturnType<typeof entrySchema.safeParse>): string[] {
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('a departure', () => {
  it('is read as people write it', () => {
    expect(entrySchema.parse(ENTRY)).toMatchObject({ massKg: 1_250_500, wasteCode: '170201', revision: 3 })
    expect(entrySchema.parse({ ...ENTRY, wasteCode: '170603*' })).toMatchObject({ wasteCode: '170603' })
  })

  it.each([
    ['a code that is none', { wasteCode: '99 99 99' }, 'wasteCode: invalid_waste_code'],
    ['a code on reuse', { outcome: 'reused-elsewhere' }, 'wasteCode: reuse_is_no_waste'],
    ['no destination', { operator: undefined }, 'operator: required'],
    ['no mass', { massKg: '0' }, 'massKg: invalid_quantity'],
  ])('is refused with %s', (_what, more, fault) => {
    expect(faultsOf(entrySchema.safeParse({ ...ENTRY, ...more }))).toContain(fault)
  })

  it('for reuse in place needs no destination', () => {
    const inPlace = { ...ENTRY, outcome: 'reused-in-place', operator: undefined, wasteCode: undefined }
    expect(entrySchema.parse(inPlace)).toMatchObject({ operator: '', wasteCode: '' })
  })
})

it('another reason is to be told in words', () => {
  const gap = { intent: 'gap', revision: '0', gapG: '-400000', reason: 'other' }
  expect(gapSchema.safeParse(gap).success).toBe(false)
  expect(gapSchema.parse({ ...gap, note: 'Double pesée' })).toMatchObject({ gapG: -400_000 })
  expect(gapSchema.safeParse({ ...gap, reason: 'with-waste' }).success).toBe(true)
})
