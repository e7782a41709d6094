import { expect, it } from 'vitest'
import { guessColumns } from './guess-columns'

const MAP = (
  label: number | null,
  quantity: number | null,
  unit: number | null,
  price: number | null,
  heading: number | null,
) => ({
  ...{ label, quantity, unit, price, heading },
})

it.each([
  [['Désignation', 'Quantité', 'Unité', 'Prix unitaire'], MAP(0, 1, 2, 3, 0)],
  [['N°', 'Désignation des ouvrages', 'U', 'Qté', 'P.U. HT', 'Total HT'], MAP(1, 3, 2, 4, 0)],
  [['Code', 'Libellé', 'Unité', 'Quantité', 'Prix unitaire HT (€)', 'Montant HT'], MAP(1, 3, 2, 4, 0)],
  [['Article', 'Description', 'Qté', 'U'], MAP(1, 2, 3, null, 0)],
  [['Item', 'Description', 'Qty', 'Unit', 'Rate', 'Amount'], MAP(1, 2, 3, 4, 0)],
  [['Description', 'Unit', 'Quantity', 'Unit price'], MAP(0, 2, 1, 3, 0)],
  [['Ouvrage', 'Quantités'], MAP(0, 1, null, null, 0)],
])('%j', (heading, map) => {
  expect(guessColumns([heading])).toEqual(map)
})

it('finds the headings under a title', () => {
  const rows = [
    ['DPGF – Lot 08 Cloisons', '', '', ''],
    ['École Jean-Macé', '', '', ''],
    ['Désignation', 'U', 'Qté', 'PU'],
    ['Cloison 72/48', 'm²', '120', '45,00'],
  ]
  expect(guessColumns(rows)).toEqual(MAP(0, 2, 1, 3, 2))
})

it('reads columns without headings by what they hold', () => {
  const rows = [
    ['1', 'Cloison amovible vitrée', 'm²', '120', '45,00'],
    ['2', 'Dalle moquette 50×50', 'm²', '1 200,5', '22'],
    ['3', 'Porte coupe-feu', 'u', '12', '310'],
  ]
  expect(guessColumns(rows)).toEqual(MAP(1, 3, 2, 4, null))
})

it('says what it does not find', () => {
  expect(guessColumns([['Bonjour'], ['Voici le métré']])).toEqual(MAP(0, null, null, null, null))
  expect(guessColumns([])).toEqual(MAP(null, null, null, null, null))
})
