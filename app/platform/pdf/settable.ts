/** What no font needs to draw: control characters, joiners, marks of direction and of emoji style. */
const UNSEEN = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{1f3fb}-\u{1f3ff}]/gu

/**
 * A text with the characters that the fonts can set: what they lack loses its accents (ế is e), and what is left,
 * an emoji say, is dropped with the space that it leaves. Line breaks stay.
 */
export function settable(text: string, characters: ReadonlySet<number>): string {
  const lines = text.normalize('NFC').split(/\r\n|[\r\n\u2028\u2029]/)
  return lines
    .map((line) => settableLine(line.replaceAll('\t', ' ').replace(UNSEEN, ''), characters))
    .join('\n')
}

function settableLine(line: string, characters: ReadonlySet<number>): string {
  const has = (sign: string) => characters.has(sign.codePointAt(0) ?? -1) && !/\p{M}/u.test(sign)
  const kept = [...line].map((sign) => {
    if (has(sign)) return sign
    return [...sign.normalize('NFKD')].filter(has).join('')
  })
  return kept.includes('') ? kept.join('').replace(/ {2,}/g, ' ').trim() : kept.join('')
}
