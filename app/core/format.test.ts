import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatter } from './format'

const fr = formatter('fr')
const en = formatter('en')
/** Shows no-break spaces as `_` so that tables below stay readable. */
const seen = (text: string) => text.replaceAll('\u00a0', '_')

describe('figures', () => {
  test.each([
    [fr.number(1234567), '1_234_567'],
    [fr.number(-1234.56, 1), '−1_234,6'],
    [fr.number(-0.04, 1), '0'],
    [fr.number(21.45, 1), '21,5'],
    [fr.number(1.005, 2), '1,01'],
    [fr.number(0.5, 2), '0,5'],
    [en.number(1234567.5, 1), '1,234,567.5'],
    [fr.quantity(12_500, 'm2'), '12,5_m²'],
    [fr.quantity(1_200_000, 'u'), '1_200_u'],
    [fr.quantity(40_000, 'ml'), '40_ml'],
    [en.quantity(40_000, 'u'), '40_pcs'],
    [fr.quantity(250, 'm3'), '0,25_m³'],
    [fr.energy(0), '0_Wh'],
    [fr.energy(0.000_114), '0,11_mWh'],
    [fr.energy(0.58), '0,58_Wh'],
    [fr.energy(1_200), '1,2_kWh'],
    [fr.energy(2_400_000), '2,4_MWh'],
    [fr.smallMass(0), '0_g'],
    [fr.smallMass(0.000_003_6), '3,6_µg'],
    [fr.smallMass(0.0186), '19_mg'],
    [fr.smallMass(12.4), '12_g'],
    [fr.smallMass(1_500), '1,5_kg'],
    [fr.mass(450), '0,5_kg'],
    [fr.mass(12_400), '12_kg'],
    [fr.mass(999_499), '999_kg'],
    [fr.mass(999_500), '1_t'],
    [fr.mass(1_250_000), '1,25_t'],
    [fr.mass(48_260_000), '48,3_t'],
    [fr.mass(1_204_000_000), '1_204_t'],
    [fr.euros(1250), '12,50_€_HT'],
    [fr.euros(120_000), '1_200_€_HT'],
    [fr.euros(-995), '−9,95_€_HT'],
    [en.euros(1250), '€12.50 excl._VAT'],
    [en.euros(-995), '−€9.95 excl._VAT'],
    [fr.percent(0.125), '12,5_%'],
    [fr.percent(-0.032), '−3,2_%'],
    [en.percent(1), '100.0%'],
    [fr.km(3.24), '3,2_km'],
    [fr.km(15.4), '15_km'],
    [fr.co2e(-12.34), '−12_kg_CO2e'],
    [fr.co2e(3.21), '3,2_kg_CO2e'],
    [fr.co2e(1_250), '1,3_t_CO2e'],
    [fr.bytes(3_900_000), '3,9_Mo'],
    [en.bytes(512), '512_B'],
  ])('%s', (text, expected) => {
    expect(seen(text)).toBe(expected)
  })

  test('an absent figure is a bug, not a text', () => {
    expect(() => fr.number(Number.NaN)).toThrow(RangeError)
  })

  test('a number reads back as itself, whatever its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (milli) => {
        const text = fr.number(milli / 1000, 3).replaceAll('\u00a0', '')
        expect(Math.round(Number(text.replace('−', '-').replace(',', '.')) * 1000)).toBe(milli)
      }),
    )
  })

  test('no text holds a space that the fonts lack or that breaks a line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        for (const text of [fr.quantity(value, 'm2'), fr.mass(value), fr.euros(value), fr.co2e(value)])
          expect(text).not.toMatch(/[\u202f ]/)
      }),
    )
  })
})

describe('dates', () => {
  test.each([
    [fr.day('2027-03-02'), '02/03/2027'],
    [fr.dayLong('2027-03-12'), '12_mars_2027'],
    [fr.dayLong('2027-08-01'), '1er_août_2027'],
    [en.dayLong('2027-08-01'), '1_August_2027'],
    [fr.dayShort('2027-03-12'), '12_mars'],
    [fr.monthLong('2027-02'), 'février_2027'],
    [fr.monthShort('2027-02'), 'févr.'],
    [fr.dayRange({ from: '2027-03-12', until: '2027-03-13' }), '12_mars_2027'],
    [fr.dayRange({ from: '2027-03-12', until: '2027-03-19' }), 'du 12 au 18_mars_2027'],
    [fr.dayRange({ from: '2027-03-12', until: '2027-04-02' }), 'du 12_mars au 1er_avril_2027'],
    [fr.dayRange({ from: '2026-12-30', until: '2027-01-03' }), 'du 30_décembre_2026 au 2_janvier_2027'],
    [en.dayRange({ from: '2027-03-12', until: '2027-03-19' }), '12 to 18_March_2027'],
    [fr.relativeDay('2027-03-12', '2027-03-12'), 'aujourd’hui'],
    [fr.relativeDay('2027-03-13', '2027-03-12'), 'demain'],
    [fr.relativeDay('2027-03-11', '2027-03-12'), 'hier'],
    [fr.relativeDay('2027-03-21', '2027-03-12'), 'dans 9_jours'],
    [fr.relativeDay('2027-02-28', '2027-03-01'), 'hier'],
    [fr.relativeDay('2027-03-01', '2027-03-12'), 'il y a 11_jours'],
    [en.relativeDay('2027-03-21', '2027-03-12'), 'in 9_days'],
    [fr.instant(Date.UTC(2027, 2, 11, 23, 5)), '12_mars_2027 à 00_h_05'],
    [en.instant(Date.UTC(2027, 6, 12, 12, 5)), '12_July_2027 at 14:05'],
  ])('%s', (text, expected) => {
    expect(seen(text)).toBe(expected)
  })
})
