/** Crockford's base 32 (2002): no I, L, O or U, so that a code read aloud or copied by hand is not misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** x⁵ + x² + 1, primitive over GF(2): the powers of x run through all 31 non-zero values of 5 bits. */
const POLYNOMIAL = 0b100101

/**
 * A code of `length` symbols, at most 31, from random bytes of which five bits each are used; the last symbol checks
 * the others. The symbols are digits of GF(32); each is weighed by another power of x and the weighed sum of a right
 * code is nil, so that any one wrong symbol and any two exchanged symbols are noticed.
 */
export function checkedCode(random: Uint8Array, length: number): string {
  const count = length - 1
  if (random.length < count) throw new RangeError(`A code takes ${count} random bytes`)
  const digits = Array.from(random.slice(0, count), (byte) => byte % 32)
  return [...digits, weighedSum(digits)].map((digit) => ALPHABET.charAt(digit)).join('')
}

/**
 * The code in a text as a person types it: lower case, spaces and hyphens are let pass, I and L are read as 1, O as 0.
 * Null when it has another length, another symbol or a wrong check: it was mistyped.
 */
export function readCheckedCode(text: string, length: number): string | null {
  const symbols = text
    .toUpperCase()
    .replace(/[\s\u00a0-]/g, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0')
  if (symbols.length !== length) return null
  const digits = Array.from(symbols, (symbol) => ALPHABET.indexOf(symbol))
  if (digits.includes(-1)) return null
  return weighedSum(digits.slice(0, -1)) === digits.at(-1) ? symbols : null
}

/** Σ digit × x^(n − place): the check symbol, which itself weighs 1. */
function weighedSum(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => timesX(sum ^ digit), 0)
}

function timesX(value: number): number {
  const doubled = value << 1
  return doubled & 32 ? doubled ^ POLYNOMIAL : doubled
}
