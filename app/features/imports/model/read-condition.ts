import { foldText } from '~/core/fold'

/** Words of a condition by step, worst first, folded; longer ones decide before the words they hold. */
const WORDS: Record<1 | 2 | 3 | 4 | 5, readonly string[]> = {
  1: [
    'tres mauvais',
    'mauvais',
    'hors d usage',
    'hors service',
    'hs',
    'vetuste',
    'tres degrade',
    'deteriore',
    'a renover',
    'to renovate',
    'a restaurer',
    'casse',
    'bad',
    'poor',
  ],
  2: ['moyen', 'mediocre', 'use', 'usee', 'passable', 'degrade', 'assez mauvais', 'fair', 'worn', 'abime'],
  3: ['bon', 'bonne', 'correct', 'satisfaisant', 'etat d usage', 'assez bon', 'usage normal', 'good', 'be'],
  4: ['tres bon', 'tres bonne', 'tbe', 'tb', 'recent', 'very good'],
  5: ['neuf', 'neuve', 'comme neuf', 'excellent', 'parfait', 'new', 'jamais pose'],
}
const PHRASES = Object.entries(WORDS)
  .flatMap(([step, words]) => words.map((words) => ({ words, step: Number(step) })))
  .sort((a, b) => b.words.length - a.words.length)

/**
 * The five steps of a condition as surveys word it: null when nothing is said, `unknown` where the words are not known.
 * A bare figure is unknown, since surveys count from either end; «3/5» counts from the worst.
 */
export function readCondition(text: string): number | null | 'unknown' {
  const outOfFive = /^([1-5])\s*\/\s*5$/.exec(text.trim())
  if (outOfFive) return Number(outOfFive[1])
  const folded = foldText(text)
  if (folded === '' || /^(nc|n c|so|s o|inconnu|na|n a)$/.test(folded)) return null
  const found = PHRASES.find(({ words }) => ` ${folded} `.includes(` ${words} `))
  return found ? found.step : 'unknown'
}
