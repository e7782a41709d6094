import { foldText } from '~/core/fold'
import type { Commune } from './commune'

/**
 * A name as it is compared: folded, with «st» and «ste» written out.
 * «L'Haÿ-les-Roses» gives «l hay les roses».
 */
export function searchKey(text: string): string {
  return foldText(text).replace(/\bst(e?)(?= |$)/g, 'saint$1')
}

/** How well a name answers a query, from the best. */
const WHOLE = 0
const BEGINNING = 1
const LATER_WORD = 2

/**
 * Communes whose name, former name, postcode or INSEE code begins with the query, best first; words inside a name
 * count too («bois» finds «Fontenay-sous-Bois»). Equal matches come by population, then by code.
 * An empty query finds nothing.
 */
export function searchCommunes(communes: readonly Commune[], query: string, limit = 10): Commune[] {
  const key = searchKey(query)
  if (key === '') return []
  return communes
    .flatMap((commune) => {
      const grade = gradeOf(commune, key)
      return grade === null ? [] : [{ commune, grade }]
    })
    .sort(
      (a, b) =>
        a.grade - b.grade ||
        b.commune.population - a.commune.population ||
        (a.commune.code < b.commune.code ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ commune }) => commune)
}

function gradeOf(commune: Commune, key: string): number | null {
  if (/^\d+$/.test(key)) {
    const numbers = [commune.code, ...commune.postcodes]
    if (numbers.includes(key)) return WHOLE
    return numbers.some((number) => number.startsWith(key)) ? BEGINNING : null
  }
  const grades = [commune.name, ...commune.formerNames]
    .map((name) => nameGrade(searchKey(name), key))
    .filter((grade) => grade !== null)
  return grades.length > 0 ? Math.min(...grades) : null
}

function nameGrade(name: string, key: string): number | null {
  if (name === key) return WHOLE
  const starts = [name, withoutArticle(name)].some((text) => text.startsWith(key))
  if (starts || compact(name).startsWith(compact(key))) return BEGINNING
  return name.includes(` ${key}`) ? LATER_WORD : null
}

/** The name after its article: people look for «Le Raincy» under R. */
function withoutArticle(name: string): string {
  return name.replace(/^(le|la|les|l) /, '')
}

/** Without spaces: «lhay», «saintdenis». */
function compact(text: string): string {
  return text.replace(/ /g, '')
}
