/** The shortest word that is stemmed, and the shortest stem that a suffix of a family of words may leave. */
const LEAST_WORD = 4
const LEAST_ROOT = 4

/**
 * The stem of a folded word: what its plural, its feminine and its nearest kin share. Light on purpose: a stem that
 * joins too much finds what nobody asked for, and the table of synonyms joins the rest. Serves French first and the
 * plurals of English; figures are left as they are.
 */
export function stem(word: string): string {
  if (word.length < LEAST_WORD || /\d/.test(word)) return word
  const known = stems.get(word)
  if (known !== undefined) return known
  const found = withoutEnding(withoutFamily(withoutPlural(word)))
  if (stems.size >= MOST_REMEMBERED) stems.clear()
  stems.set(word, found)
  return found
}

/** Texts say the same words again and again. */
const stems = new Map<string, string>()
const MOST_REMEMBERED = 50_000

/** A word without the mark of its plural. */
export function withoutPlural(word: string): string {
  if (/[ey]aux$/.test(word)) return word.slice(0, -1)
  if (word.endsWith('aux') && word.length > LEAST_WORD) return `${word.slice(0, -2)}l`
  return word.replace(/(?:s|x)$/, '')
}

/** «radiateur» and «radiatrice», «vitreuse» and «vitreux», «ventilation» and «ventilateur». */
function withoutFamily(word: string): string {
  const root = word.replace(/(?:euse|eure?|rice|ion)$/, '')
  return root.length >= LEAST_ROOT ? root : word
}

/** The marks of the feminine, then a doubled consonant: «vitrée», «blanche», «naturelle», «grise». */
function withoutEnding(word: string): string {
  let left = word.replace(/che$/, 'c').replace(/ive$/, 'if').replace(/iere$/, 'ier')
  for (let turn = 0; turn < 2 && left.length >= LEAST_WORD; turn += 1) left = left.replace(/e$/, '')
  if (left.length >= LEAST_WORD && word !== left) left = left.replace(/s$/, '')
  return left.length >= LEAST_WORD ? left.replace(/([bcdfglmnprst])\1$/, '$1') : left
}
