import type { Dice } from './dice'

/** An invented SIRET with both Luhn keys right. Its five leading zeros tell anyone who reads it that it is made up. */
export function inventSiret(dice: Dice): string {
  const siren = withLuhnKey(`00000${dice.int(100, 999)}`)
  return withLuhnKey(`${siren}${String(dice.int(1, 40)).padStart(4, '0')}`)
}

/** Whether the digits of a text pass the Luhn check. */
export function isLuhnValid(digits: string): boolean {
  return luhnSum(digits) % 10 === 0
}

function withLuhnKey(digits: string): string {
  return `${digits}${(10 - (luhnSum(`${digits}0`) % 10)) % 10}`
}

function luhnSum(digits: string): number {
  const values = [...digits].reverse().map((digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return value > 9 ? value - 9 : value
  })
  return values.reduce((sum, value) => sum + value, 0)
}
