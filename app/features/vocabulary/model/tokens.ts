import { stem, withoutPlural } from './stem'

/** A word of a text: folded, and its stem. `isPart`: a piece of a word written with a hyphen. */
export type Word = { kind: 'word'; word: string; stem: string; isPart: boolean }
/**
 * A figure of a text: the terms that its readings in millimetres give, the likeliest first. A small whole one without a
 * unit counts things («2 bacs») more often than it measures them.
 */
export type Figure = { kind: 'figure'; text: string; terms: readonly string[]; isCount: boolean }
export type Token = Word | Figure

/** What people write between the words that count; a text of nothing else keeps them. */
const SMALL_WORDS = new Set(
  (
    'de du des d la le les l un une en a au aux et ou pour par sur sous avec sans dans qu que ce cet cette ces mon ma mes ' +
    'y compris je nous on cherche cherchons recherche recherchons besoin voudrais veux trouver trouve avoir faut ' +
    'urgent svp merci lot lots recup recuperation reemploi occasion vers pres proche autour type environ ' +
    'the an of in for and with need looking'
  ).split(' '),
)

const UNITS: Readonly<Record<string, number>> = {
  mm: 1,
  millimetres: 1,
  cm: 10,
  centimetres: 10,
  m: 1000,
  metre: 1000,
  metres: 1000,
}
/** Units that say nothing of a length: the figure before keeps its plain readings. */
const OTHER_UNITS = /^(?:m2|m3|ml|kg|t|l|litres?|w|kw|h|v|db|kva)$/

/** Longest text that is read: beyond, nobody searches for it. */
const MOST_CHARS = 6000

/** The tokens of a text in their order; small words are left out unless there is nothing else. */
export function tokensOf(text: string): Token[] {
  const tokens = merged(chunksOf(text))
  const telling = tokens.filter((token) => token.kind === 'figure' || !SMALL_WORDS.has(token.word))
  return telling.length > 0 ? telling : tokens
}

/** What begins the terms of two words that stand side by side; no word of a text does. */
export const PAIR_MARK = '+'
export const FIGURE_MARK = '#'

/** One term for two words that stand side by side or joined: «porte-manteau», «portemanteau», «porte manteaux». */
export function pairTerm(first: string, second = ''): string {
  return PAIR_MARK + stem(withoutPlural(first) + second)
}

/** The term of a figure in millimetres. */
export function figureTerm(value: number): string {
  return `${FIGURE_MARK}${Math.round(value * 10) / 10}`
}

type Chunk = { text: string; isGlued: boolean; joint: boolean }

function chunksOf(text: string): Chunk[] {
  const folded = text
    .slice(0, MOST_CHARS)
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/²/g, '2')
    .replace(/³/g, '3')
    .replace(/×/g, ' x ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
  const chunks: Chunk[] = []
  let end = -1
  for (const match of folded.matchAll(/\d+[.,]\d+|[a-z0-9]+/g)) {
    const between = end < 0 ? ' ' : folded.slice(end, match.index)
    const isGlued = between === '-'
    const joint = /^\s*[x/*]\s*$/.test(between)
    chunks.push(...pieces(match[0], { isGlued, joint }))
    end = match.index + match[0].length
  }
  return chunks
}

/** A run of letters and digits as its pieces: «60x60cm», «ba13», «83cm»; another mixture stays whole, as a code. */
function pieces(run: string, { isGlued, joint }: Omit<Chunk, 'text'>): Chunk[] {
  const plain = { isGlued: false, joint: false }
  if (/^\d+(?:x\d+)+(?:mm|cm|m)?$/.test(run)) {
    return run
      .replace(/(mm|cm|m)$/, ' $1')
      .split(/(?=x\d)| /)
      .map((text, index) => ({
        text: text.replace(/^x/, ''),
        isGlued: false,
        joint: index > 0 && text.startsWith('x'),
      }))
  }
  const measured = /^(\d+(?:[.,]\d+)?)(mm|cm|m|m2|m3|ml|kg|t|l|w|kw|h|v|db|kva)$/.exec(run)
  if (measured)
    return [
      { text: measured[1]!, isGlued, joint },
      { text: measured[2]!, ...plain },
    ]
  const named = /^([a-z]{1,4})(\d{1,4})$/.exec(run)
  if (named)
    return [
      { text: named[1]!, isGlued, joint },
      { text: named[2]!, ...plain },
    ]
  return [{ text: run, isGlued, joint }]
}

const isNumber = (text: string | undefined) => text !== undefined && /^\d+(?:[.,]\d+)?$/.test(text)

function merged(chunks: readonly Chunk[]): Token[] {
  const scales = scalesOf(chunks)
  const tokens: Token[] = []
  chunks.forEach(({ text, isGlued }, at) => {
    if (isNumber(text)) {
      tokens.push(figureOf(text, scales[at] ?? null))
      return
    }
    if (isUnitAt(chunks, at) || (text === 'x' && isNumber(chunks[at - 1]?.text))) return
    const previous = tokens.at(-1)
    if (isGlued && previous?.kind === 'word' && /^[a-z]+$/.test(previous.word + text)) {
      previous.isPart = true
      tokens.push(wordOf(text, { isPart: true }))
      return
    }
    tokens.push(wordOf(text, { isPart: false }))
  })
  return tokens
}

function isUnitAt(chunks: readonly Chunk[], at: number): boolean {
  const { text } = chunks[at]!
  return isNumber(chunks[at - 1]?.text) && (Object.hasOwn(UNITS, text) || OTHER_UNITS.test(text))
}

/** The scale of each figure: that of the unit behind it, or behind the last of its chain («83 x 204 cm»). */
function scalesOf(chunks: readonly Chunk[]): (number | null)[] {
  const scales: (number | null)[] = chunks.map(() => null)
  for (let at = chunks.length - 1; at >= 0; at -= 1) {
    if (!isNumber(chunks[at]!.text)) continue
    const next = chunks[at + 1]
    if (!next) continue
    if (isUnitAt(chunks, at + 1)) scales[at] = UNITS[next.text] ?? null
    else if (next.joint && isNumber(next.text)) scales[at] = scales[at + 1] ?? null
    else if (next.text === 'x' && isNumber(chunks[at + 2]?.text)) scales[at] = scales[at + 2] ?? null
  }
  return scales
}

/** Without a unit, people on sites mean centimetres as often as millimetres: both readings stand. */
function figureOf(text: string, scale: number | null): Figure {
  const value = Number(text.replace(',', '.'))
  const readings = scale === null ? [value, value * 10] : [value * scale]
  const isCount = scale === null && /^[1-9]$/.test(text)
  return { kind: 'figure', text, terms: readings.map(figureTerm), isCount }
}

function wordOf(word: string, { isPart }: { isPart: boolean }): Word {
  return { kind: 'word', word, stem: stem(word), isPart }
}
