export const RECOVERY_CODES = 10
/** Crockford's alphabet: no letter that reads as a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

/** Ten codes of 60 random bits each, «4F7K-0QWE-R2TX», from a source of random bytes. */
export function makeRecoveryCodes(randomBytes: (size: number) => Uint8Array): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    // 256 is a multiple of 32: each byte gives each letter equally often.
    const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length])
    return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-')
  })
}

/** A code as it was typed, in the one form that is hashed; null for what cannot be one. */
export function plainRecoveryCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return plain.length === LENGTH && [...plain].every((letter) => ALPHABET.includes(letter)) ? plain : null
}

/** A file of the codes for a safe place: a heading, then one a line. */
export function recoveryText(heading: string, codes: readonly string[]): string {
  return [heading, '', ...codes, ''].join('\r\n')
}
