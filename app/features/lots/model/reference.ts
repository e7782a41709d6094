/** Crockford's base 32: no I, L, O or U, so that a reference read aloud on site is not misheard. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The short reference of a lot («GIS-7K3M2P»), from 30 random bits. */
export function lotReference(random30: number): string {
  let rest = random30 % 2 ** 30
  let text = ''
  for (let i = 0; i < 6; i++) {
    text = ALPHABET.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return `GIS-${text}`
}
