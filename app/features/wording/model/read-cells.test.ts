import { expect, it } from 'vitest'
import { readAmount, readDecimal, readPrice, readQuantity, readUnit } from './read-cells'

it.each([
  ['1 234,56', 1234.56],
  ['1\u00a0234,56', 1234.56],
  ['1\u202f234,56', 1234.56],
  ['1.234,56', 1234.56],
  ['1,234.56', 1234.56],
  ['1234.56', 1234.56],
  ['1234,56', 1234.56],
  ["1'234.5", 1234.5],
  ['1.234.567', 1_234_567],
  ['1,234,567', 1_234_567],
  ['12', 12],
  ['0,5', 0.5],
  ['12 m²', 12],
  ['45,00 €', 45],
  ['45,00 € HT', 45],
  ['-3', -3],
  ['', null],
  ['PM', null],
  ['douze', null],
  ['1 à 2', null],
  ['1e9', null],
  ['0x10', null],
  ['=1+1', null],
  ['--', null],
])('reads «%s» as %s', (text, figure) => {
  expect(readDecimal(text)).toBe(figure)
})

it.each([
  ['1 234,56', { ok: true, value: 1_234_560 }],
  ['12.5', { ok: true, value: 12_500 }],
  ['', { ok: false, fault: 'quantity-missing' }],
  ['env. 12', { ok: false, fault: 'quantity-number' }],
  ['0', { ok: false, fault: 'quantity-zero' }],
  ['-4', { ok: false, fault: 'quantity-zero' }],
  ['0,0001', { ok: false, fault: 'quantity-zero' }],
  ['1 000 001', { ok: false, fault: 'quantity-large' }],
])('a quantity «%s»', (text, read) => {
  expect(readQuantity(text)).toEqual(read)
})

it.each([
  ['45,50', { ok: true, value: 4550 }],
  ['1 200 €', { ok: true, value: 120_000 }],
  ['', { ok: true, value: null }],
  ['- €', { ok: true, value: null }],
  ['0,00', { ok: true, value: null }],
  ['gratuit', { ok: false, fault: 'price-number' }],
  ['-5', { ok: false, fault: 'price-number' }],
  ['10 000 001', { ok: false, fault: 'price-large' }],
])('a price «%s»', (text, read) => {
  expect(readPrice(text)).toEqual(read)
})

it.each([
  ['M2', 'm2'],
  ['m²', 'm2'],
  ['m ²', 'm2'],
  ['M3', 'm3'],
  ['ML', 'ml'],
  ['m.l.', 'ml'],
  ['m', 'ml'],
  ['U', 'u'],
  ['Unité', 'u'],
  ['pce', 'u'],
  ['KG', 'kg'],
  ['T', 't'],
  ['Tonnes', 't'],
  ['ens', 'unit-lump'],
  ['ENS.', 'unit-lump'],
  ['Forfait', 'unit-lump'],
  ['Ft', 'unit-lump'],
  ['PM', 'unit-lump'],
  ['', 'unit-missing'],
  ['litre', 'unit-unknown'],
])('the unit «%s» is %s', (text, expected) => {
  const read = readUnit(text)
  expect(read.ok ? read.value : read.fault).toBe(expected)
})

it.each([
  ['12 unités', { figure: 12, unit: 'unités' }],
  ['35 ml', { figure: 35, unit: 'ml' }],
  ['1 250 kg', { figure: 1250, unit: 'kg' }],
  ['1\u202f250,5\u00a0kg', { figure: 1250.5, unit: 'kg' }],
  ['env. 120 m²', { figure: 120, unit: 'm²' }],
  ['Environ 3', { figure: 3, unit: '' }],
  ['~ 40 u.', { figure: 40, unit: 'u.' }],
  ['-4', { figure: -4, unit: '' }],
  ['2 x 3 m', { figure: 2, unit: 'x 3 m' }],
  ['forfait', null],
  ['m² 12', null],
  ['', null],
])('the amount «%s»', (text, amount) => {
  expect(readAmount(text)).toEqual(amount)
})
