import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeRecoveryCodes, plainRecoveryCode, recoveryText } from './recovery-codes'

it('ASVS 6.5.4: makes ten codes of three groups, 60 random bits each, all different', () => {
  const codes = makeRecoveryCodes(randomBytes)
  expect(codes).toHaveLength(10)
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
})

it('uses every letter of the alphabet equally often', () => {
  let next = 0
  const everyByte = (size: number) => Uint8Array.from({ length: size }, () => next++ % 256)
  const letters = Array.from({ length: 64 }, () => makeRecoveryCodes(everyByte).join('')).join('')
  const counts = new Map<string, number>()
  for (const letter of letters.replaceAll('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  expect(new Set(counts.values())).toEqual(new Set([240]))
})

it('reads a code however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 120, maxLength: 120 }), (bytes) => {
      let at = 0
      const [code] = makeRecoveryCodes((size) => bytes.subarray(at, (at += size)))
      const plain = plainRecoveryCode(code!)
      expect(plain).toBe(code!.replaceAll('-', ''))
      for (const typed of [code!.toLowerCase(), code!.replaceAll('-', ' '), ` ${plain!} `])
        expect(plainRecoveryCode(typed)).toBe(plain)
      expect(plainRecoveryCode(code!.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(plain)
    }),
  )
})

it.each(['', '123456', 'AAAA-AAAA-AAA', 'AAAA-AAAA-AAAAA', 'UUUU-UUUU-UUUU'])('«%s» is no code', (typed) => {
  expect(plainRecoveryCode(typed)).toBeNull()
})

it('writes them one a line for a file', () => {
  expect(recoveryText('Gisement', ['A', 'B'])).toBe('Gisement\r\n\r\nA\r\nB\r\n')
})
