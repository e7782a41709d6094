import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mappingOf,
  storedMapping,
  IMPORT_FIELDS,
  MASS_SCALES,
  REUSABLE_SCALES,
  type ImportField,
} from './fields'
import { readCondition } from './read-condition'
import { readMass } from './read-mass'
import { readReusable } from './read-reusable'
import { readRow } from './read-row'
import { familyOfCode, readWasteCode, readWasteFamily } from './read-waste'

const ABOVE = { title: '', isWaste: false }

function read(
  texts: Partial<Record<ImportField, string>>,
  more: { massIn?: 'kg' | 't'; above?: typeof ABOVE } = {},
) {
  const columns = Object.fromEntries(IMPORT_FIELDS.map((field, at) => [field, at]))
  const mapping = { columns, massIn: more.massIn ?? 'kg', reusableIn: 'percent' } as const
  const cells = IMPORT_FIELDS.map((field) => texts[field] ?? '')
  return readRow(
    { row: 2, cells, corrections: {}, isSkipped: false },
    { mapping, materials: {}, ownNames: { 'portes et menuiseries': 'door' } },
    more.above ?? ABOVE,
  )
}

const DOOR = { product: 'Bloc-porte coupe-feu', quantity: '12', unit: 'u', mass: '720' }

describe('a line', () => {
  it.each([
    [
      { quantity: '12 unités', unit: '' },
      { quantityMilli: 12_000, unit: 'u' },
    ],
    [
      { quantity: '35 ml', unit: '' },
      { quantityMilli: 35_000, unit: 'ml' },
    ],
    [
      { quantity: '1 250 kg', unit: '' },
      { quantityMilli: 1_250_000, unit: 'kg' },
    ],
    [
      { quantity: '12', unit: 'pce' },
      { quantityMilli: 12_000, unit: 'u' },
    ],
    [
      { quantity: 'env. 12,5', unit: 'm²' },
      { quantityMilli: 12_500, unit: 'm2' },
    ],
    [
      { quantity: '', unit: '' },
      { quantityMilli: 720_000, unit: 'kg' },
    ],
  ])('of %j measures %j', (texts, measure) => {
    expect(read({ ...DOOR, ...texts }).line).toMatchObject(measure)
  })

  it.each([
    [{ product: '' }, { product: 'product-missing', material: 'material-unknown' }],
    [{ product: 'Modèle XZ' }, { material: 'material-unknown' }],
    [{ quantity: '' }, { quantity: 'quantity-missing' }],
    [{ quantity: 'beaucoup' }, { quantity: 'quantity-number' }],
    [{ quantity: '0' }, { quantity: 'quantity-zero' }],
    [{ quantity: '2 000 000' }, { quantity: 'quantity-large' }],
    [{ quantity: '1,5' }, { quantity: 'whole-units' }],
    [{ unit: '' }, { unit: 'unit-missing' }],
    [{ unit: 'ens' }, { unit: 'unit-lump' }],
    [{ quantity: 'forfait', unit: '' }, { unit: 'unit-lump' }],
    [{ unit: 'litre' }, { unit: 'unit-unknown' }],
    [{ quantity: '35 ml', unit: 'm²' }, { unit: 'unit-conflict' }],
    [{ mass: '' }, { mass: 'mass-missing' }],
    [{ mass: 'lourd' }, { mass: 'mass-number' }],
    [{ mass: '200 000 t' }, { mass: 'mass-large' }],
    [{ reusable: 'partiel' }, { reusable: 'reusable-unclear' }],
    [{ reusable: '120 %' }, { reusable: 'reusable-more' }],
    [{ reusable: '900 kg' }, { reusable: 'reusable-more' }],
  ])('of %j has the faults %j', (texts, faults) => {
    const found = read({ ...DOOR, ...texts })
    expect(found.faults).toEqual(faults)
    expect(found.line).toBeNull()
  })

  it('weighs in tonnes where its column does, and in its own unit where it says so', () => {
    expect(read({ ...DOOR, mass: '1,2' }, { massIn: 't' }).line).toMatchObject({ massG: 1_200_000 })
    expect(read({ ...DOOR, mass: '850 kg' }, { massIn: 't' }).line).toMatchObject({ massG: 850_000 })
  })

  it('never holds more reusable than there is, whatever its cells say', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('oui', 'non', '50 %', '12', '3 t', '1 200 kg', 'u', 'm²'),
    )
    fc.assert(
      fc.property(
        fc.record({ product: cell, quantity: cell, unit: cell, mass: cell, reusable: cell }),
        (texts) => {
          const { line, waste, faults, kind } = read(texts)
          if (line) {
            expect(line.reusableMassG).toBeGreaterThanOrEqual(0)
            expect(line.reusableMassG).toBeLessThanOrEqual(line.massG)
            expect(Number.isSafeInteger(line.quantityMilli) && line.quantityMilli > 0).toBe(true)
            expect(Number.isSafeInteger(line.massG)).toBe(true)
          }
          // A row is written, named as wrong, or a title: never silently dropped.
          expect(line !== null || waste !== null || kind === 'title' || Object.keys(faults).length > 0).toBe(
            true,
          )
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('waste', () => {
  it('is told by its code, its family or the title above, unless a part of it is reusable', () => {
    const rubble = { product: 'Gravats', mass: '12500' }
    expect(read({ ...rubble, wasteCode: '17 01 01' }).waste).toMatchObject({
      family: 'inert',
      wasteCode: '170101',
    })
    expect(read({ ...rubble, wasteFamily: 'DND' }).waste).toMatchObject({ family: 'non-hazardous' })
    const under = read({ ...rubble }, { above: { title: 'DÉCHETS', isWaste: true } })
    expect(under).toMatchObject({ kind: 'waste', faults: { wasteFamily: 'family-missing' } })
    expect(read({ ...DOOR, wasteCode: '17 02 01', reusable: 'oui' })).toMatchObject({ kind: 'line' })
  })

  it.each([
    ['17 06 05*', 'hazardous'],
    ['170605', 'hazardous'],
    ['17.02.01', 'non-hazardous'],
    ['17 01 02', 'inert'],
  ])('of code %s is %s', (text, family) => {
    expect(familyOfCode(readWasteCode(text)!)).toBe(family)
  })

  it.each([
    ['Déchets non dangereux', 'non-hazardous'],
    ['Déchets non inertes non dangereux', 'non-hazardous'],
    ['Inertes', 'inert'],
    ['DD', 'hazardous'],
    ['Amiante lié', 'hazardous'],
    ['Menuiseries', null],
  ])('family «%s» is %s', (text, family) => {
    expect(readWasteFamily(text)).toBe(family)
  })

  it.each(['', '2026', '75 011', '99 12 34', 'R+1'])('«%s» is no code', (text) => {
    expect(readWasteCode(text)).toBeNull()
  })
})

it.each([
  ['Neuf', 5],
  ['Très bon état', 4],
  ['TBE', 4],
  ['Bon', 3],
  ['état moyen', 2],
  ['Très mauvais', 1],
  ['Vétuste', 1],
  ['2/5', 2],
  ['', null],
  ['NC', null],
  ['3', 'unknown'],
  ['bleu', 'unknown'],
])('the condition «%s» is %s', (text, step) => {
  expect(readCondition(text)).toBe(step)
})

it.each([
  ['oui', 'percent', 1000],
  ['Non', 'percent', 0],
  ['', 'percent', 0],
  ['60 %', 'kg', 600],
  ['60', 'percent', 600],
  ['0,6', 'fraction', 600],
  ['400', 'kg', 400],
  ['0,4', 't', 400],
  ['0,4 t', 'percent', 400],
  ['5', 'quantity', 500],
  ['5 u', 'percent', 500],
  ['Réemploi ex situ', 'percent', 1000],
  ['Recyclage', 'percent', 0],
] as const)('of a tonne in ten pieces, «%s» read as %s is %d kg reusable', (text, scale, kg) => {
  expect(readReusable(text, scale, { massG: 1_000_000, quantityMilli: 10_000, unit: 'u' })).toBe(kg * 1000)
})

it('reads any mass that it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.constantFrom('kg', 't' as const), (grams, unit) => {
      const figure = grams / (unit === 'kg' ? 1000 : 1_000_000)
      const text = `${figure.toLocaleString('fr-FR', { maximumFractionDigits: 6 })} ${unit}`
      expect(readMass(text, 'kg')).toBe(grams)
    }),
  )
})

it('stores any mapping so that it comes back', () => {
  const columns = fc.dictionary(fc.constantFrom(...IMPORT_FIELDS), fc.integer({ min: 0, max: 99 }), {
    noNullPrototype: true,
  })
  const mapping = fc.record({
    columns,
    massIn: fc.constantFrom(...MASS_SCALES),
    reusableIn: fc.constantFrom(...REUSABLE_SCALES),
  })
  fc.assert(
    fc.property(mapping, (one) => {
      expect(mappingOf(storedMapping(one))).toEqual(one)
    }),
  )
})
