/** A text for comparison: lower case, no accents, ligatures opened, anything else than letters and digits one space. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

const MOST_WORDS = 6

/** The words of a search as they are compared with folded texts; those beyond a few are left out. */
export function searchWords(text = ''): string[] {
  return foldText(text).split(' ').filter(Boolean).slice(0, MOST_WORDS)
}
