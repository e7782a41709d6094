import fc from 'fast-check'
import { expect, it } from 'vitest'
import { IMPORT_FIELDS } from './fields'
import { guessSheet } from './guess-columns'
import { readRows } from './read-rows'

const row = (text: string) => text.split(';')

it.each([
  [
    'Produit;Quantité;Unité;Masse (t);Réemployable (%);État;Localisation',
    { product: 0, quantity: 1, unit: 2, mass: 3, reusable: 4, condition: 5, location: 6 },
    { massIn: 't', reusableIn: 'percent' },
  ],
  [
    'N°;Famille;Désignation;Qté;U;Poids (kg);Masse réemployable (kg);Dimensions;Mode d’assemblage',
    { category: 1, product: 2, quantity: 3, unit: 4, mass: 5, reusable: 6, dimensions: 7, assembly: 8 },
    { massIn: 'kg', reusableIn: 'kg' },
  ],
  [
    'Code déchet;Type de déchet;Libellé;Tonnage;Filière',
    { wasteCode: 0, wasteFamily: 1, product: 2, mass: 3, outlet: 4 },
    { massIn: 't' },
  ],
  [
    'Product;Quantity;Unit;Weight kg;Reusable;Condition;Remarks',
    { product: 0, quantity: 1, unit: 2, mass: 3, reusable: 4, condition: 5, precautions: 6 },
    { massIn: 'kg' },
  ],
])('the heads «%s»', (heads, columns, scales) => {
  const { headIndex, mapping } = guessSheet([row(heads)])
  expect(headIndex).toBe(0)
  expect(mapping.columns).toEqual(columns)
  expect(mapping).toMatchObject(scales)
})

it('finds the heads under a title, over two rows, and the unit of masses by what bricks weigh', () => {
  const rows = [
    row('Diagnostic PEMD;;;'),
    row('Produit;Mesure;;Masse'),
    row(';Quantité;Unité;'),
    row('Briques pleines;1000;u;2,3'),
    row('Dalle moquette 50×50;100;m²;0,46'),
  ]
  expect(guessSheet(rows)).toMatchObject({
    headIndex: 2,
    mapping: { columns: { product: 0, quantity: 1, unit: 2, mass: 3 }, massIn: 't' },
  })
})

it('reads columns without heads by what they hold', () => {
  const rows = [row('1;Cloison amovible vitrée;48;m²;1680'), row('2;Radiateur fonte;9;u;540')]
  expect(guessSheet(rows)).toMatchObject({
    headIndex: null,
    mapping: { columns: { product: 1, quantity: 2, unit: 3, mass: 4 } },
  })
})

it('takes figures up to one as fractions', () => {
  const rows = [row('Produit;Quantité;Unité;Réemploi'), row('Portes;4;u;0,5'), row('Portes;2;u;1')]
  expect(guessSheet(rows).mapping.reusableIn).toBe('fraction')
})

it('gives no column that there is not, and none twice, whatever the sheet', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 10 }),
    fc.constantFrom('Produit', 'Quantité', 'Masse', '12', 'u', '17 01 01'),
  )
  const sheet = fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { maxLength: 12 })
  fc.assert(
    fc.property(sheet, (rows) => {
      const { mapping, headIndex } = guessSheet(rows)
      const used = IMPORT_FIELDS.flatMap((field) => mapping.columns[field] ?? [])
      expect(new Set(used).size).toBe(used.length)
      const width = Math.max(0, ...rows.map(({ length }) => length))
      expect(used.every((column) => column >= 0 && column < width)).toBe(true)
      expect(headIndex === null || headIndex < rows.length).toBe(true)
    }),
  )
})

it('takes heads that come again on each page for titles, and rows under «Déchets» for waste', async () => {
  const heads = row('Produit;Quantité;Unité;Masse (kg);Code déchet')
  const sheet = [
    heads,
    row('Portes;4;u;160;'),
    heads,
    row('DÉCHETS;;;;'),
    row('Gravats inertes;;;900;17 01 07'),
    row('Produits réemployables;;;;'),
    row('Radiateur fonte;2;u;90;'),
  ]
  const { mapping } = guessSheet(sheet)
  const stored = sheet
    .slice(1)
    .map((cells, at) => ({ row: at + 2, cells, corrections: {}, isSkipped: false }))
  const read = await readRows(
    stored,
    heads,
    { mapping, materials: {}, ownNames: { 'portes et menuiseries': 'door' } },
    () => Promise.resolve(),
  )
  expect(read.map(({ kind }) => kind)).toEqual(['line', 'title', 'title', 'waste', 'title', 'line'])
})
