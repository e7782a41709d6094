import { foldText } from '~/core/fold'
import { MAX_CENTS } from '~/core/money'
import { MAX_QUANTITY, MILLI, type Unit } from '~/core/units'

/**
 * A decimal as bills write it, or null: «1 234,56», «1.234,56», «1,234.56», «1234.56», «12 m²», «45,00 €». Of a comma
 * and a point the last is the decimal sign; a single one is too, unless it stands there twice.
 */
export function readDecimal(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/(€|eur|euros?|ht|m2|m²|m3|m³|ml|kg|t|u|ens)+(\/.*)?$/i, '')
  if (!/^-?\d[\d.,]*$/.test(plain)) return null
  const [comma, point] = [plain.lastIndexOf(','), plain.lastIndexOf('.')]
  const sign = comma > point ? ',' : '.'
  const isGrouping = comma * point < 0 && plain.indexOf(sign) !== plain.lastIndexOf(sign)
  const grouped = isGrouping ? sign : sign === ',' ? '.' : ','
  const figure = Number(plain.replaceAll(grouped, '').replace(sign, '.'))
  return Number.isFinite(figure) ? figure : null
}

export type QuantityFault = 'quantity-missing' | 'quantity-number' | 'quantity-zero' | 'quantity-large'
export type PriceFault = 'price-number' | 'price-large'
export type UnitFault = 'unit-missing' | 'unit-lump' | 'unit-unknown'

type Read<T, Fault> = { ok: true; value: T } | { ok: false; fault: Fault }

/** A quantity in thousandths of its unit. */
export function readQuantity(text: string): Read<number, QuantityFault> {
  if (text.trim() === '') return fault('quantity-missing')
  const figure = readDecimal(text)
  if (figure === null) return fault('quantity-number')
  const milli = Math.round(figure * MILLI)
  if (milli <= 0) return fault('quantity-zero')
  return figure > MAX_QUANTITY ? fault('quantity-large') : { ok: true, value: milli }
}

/** A unit price in cents; null when the bill gives none, or leaves it at nothing for the bidder to fill in. */
export function readPrice(text: string): Read<number | null, PriceFault> {
  if (text.replace(/[\s€\-–—]/g, '') === '') return { ok: true, value: null }
  const figure = readDecimal(text)
  if (figure === null || figure < 0) return fault('price-number')
  const cents = Math.round(figure * 100)
  if (cents > MAX_CENTS) return fault('price-large')
  return { ok: true, value: cents === 0 ? null : cents }
}

const SPELLINGS: Record<Unit, string> = {
  u: 'u un unite unites unit units pc pcs pce pces piece pieces p nb nbre nombre ea each no qte',
  ml: 'ml m metre metres lineaire mlineaire metrelineaire metreslineaires lm linm meter meters',
  m2: 'm2 metrecarre metrescarres sqm squaremetre squaremetres mcarre',
  m3: 'm3 metrecube metrescubes cum cubicmetre cubicmetres mcube',
  kg: 'kg kgs kilo kilos kilogramme kilogrammes kilogram kilograms',
  t: 't to tonne tonnes ton tons',
}
const UNIT_OF = new Map(
  Object.entries(SPELLINGS).flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit as Unit])),
)
/** Sums of money for a whole: no quantity to compare with a lot. */
const LUMPS = new Set(
  'ens ensemble lot lots forfait forf ff f ft fft pm psm prorata ls lump lumpsum sum heure heures h jour jours j mois sem semaine'.split(
    ' ',
  ),
)

/** A unit as bills write it: «M2», «m²», «ML», «U», «Unité»… */
export function readUnit(text: string): Read<Unit, UnitFault> {
  const plain = foldText(text.replace(/²/g, '2').replace(/³/g, '3')).replaceAll(' ', '')
  if (plain === '') return fault('unit-missing')
  if (LUMPS.has(plain)) return fault('unit-lump')
  const unit = UNIT_OF.get(plain)
  return unit ? { ok: true, value: unit } : fault('unit-unknown')
}

const AMOUNT = /^(?:environ|env|approx|ca|de l ordre de|[~≈±])?[\s.:]*(-?\d(?:[\d.,'’\s]*\d)?)\s*(.*)$/i

/** A figure as surveys write it, with what follows it: «env. 1 250 kg» is 1250 of «kg»; null when it begins otherwise. */
export function readAmount(text: string): { figure: number; unit: string } | null {
  const [, digits, rest = ''] = AMOUNT.exec(text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()) ?? []
  const figure = digits === undefined ? null : readDecimal(digits)
  return figure === null ? null : { figure, unit: rest.trim() }
}

function fault<Fault>(found: Fault): { ok: false; fault: Fault } {
  return { ok: false, fault: found }
}
