import type { AttributeValues } from '~/core/attributes/values'
import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'
import { EQUIPMENT } from './equipment'
import { FINISHES } from './finishes'
import { FURNISHINGS } from './furnishings'
import { INSULATION } from './insulation'
import { OPENINGS } from './openings'
import type { ProductSpec } from './spec'
import { STRUCTURE } from './structure'

/** What a lot is: hidden from the ranker, read by judgements alone. Words, and dimensions in mm. */
export type Facts = Readonly<Record<string, string | number>>

/** A lot as its giver typed it, with what it is. */
export type CorpusLot = {
  facts: Facts
  material: MaterialType
  unit: Unit
  title: string
  description: string
  attributes: AttributeValues
}

export const SPECS: readonly ProductSpec[] = [
  ...OPENINGS,
  ...STRUCTURE,
  ...FINISHES,
  ...INSULATION,
  ...EQUIPMENT,
  ...FURNISHINGS,
]

export type Draw = () => number

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function pick<Item>(draw: Draw, items: readonly Item[]): Item {
  return items[Math.floor(draw() * items.length)]!
}

/** Shares of what people do when they type a title on a site. */
const SAYS_FACT = 0.75
const SAYS_SIZE = 0.6
const SAYS_IN_DESCRIPTION = 0.35
const FILLS_SHEET = 0.45
const DROPS_ACCENTS = 0.2
const MISTYPES = 0.08
const SHOUTS = 0.06

/** Draws a lot: what it is, then what its giver writes of it. */
export function writeLot(draw: Draw): CorpusLot {
  const spec = pick(draw, SPECS)
  const facts = drawFacts(draw, spec)
  const names = spec.names.filter((name) => !contradicts(name, spec, facts))
  const name = names[Math.floor(draw() * draw() * names.length)]!
  const said: string[] = []
  const left: string[] = []
  for (const [fact, forms] of Object.entries(spec.facts ?? {})) {
    const form = pick(draw, forms[String(facts[fact])]!)
    if (form !== '' && !name.toLowerCase().includes(form.toLowerCase()))
      (draw() < SAYS_FACT ? said : left).push(form)
  }
  const size = sizeText(draw, spec, facts)
  if (size) (draw() < SAYS_SIZE ? said : left).push(size)
  const extra = draw() < SAYS_IN_DESCRIPTION && left.length > 0 ? `${left.join(', ')}. ` : ''
  const details = draw() < 0.85 ? pick(draw, spec.details) : ''
  const { material, unit } = spec
  return {
    facts,
    material,
    unit,
    title: mistype(draw, joinTitle(draw, name, said)),
    description: mistype(draw, (extra + details).trim()),
    attributes: draw() < FILLS_SHEET ? sheetOf(spec, facts) : {},
  }
}

function drawFacts(draw: Draw, spec: ProductSpec): Facts {
  const facts: Record<string, string | number> = { type: spec.type }
  for (const [fact, forms] of Object.entries(spec.facts ?? {})) facts[fact] = pick(draw, Object.keys(forms))
  for (const [key, values] of Object.entries(spec.size ?? {})) facts[key] = pick(draw, values)
  return facts
}

/** Whether a name says a fact otherwise than it is: «parquet chêne» of a lot of pine. */
function contradicts(name: string, spec: ProductSpec, facts: Facts): boolean {
  const lower = name.toLowerCase()
  const says = (forms: readonly string[]) =>
    forms.some((form) => form.length > 2 && lower.includes(form.toLowerCase()))
  return Object.entries(spec.facts ?? {}).some(
    ([fact, values]) =>
      !says(values[String(facts[fact])]!) && Object.values(values).some((forms) => says(forms)),
  )
}

function joinTitle(draw: Draw, name: string, said: readonly string[]): string {
  if (said.length === 0) return name
  const [first = '', ...others] = said
  return draw() < 0.5 ? [name, ...said].join(' ') : [`${name} ${first}`, ...others].join(', ')
}

/** Dimensions as people write them: in cm or mm, two or three joined, or one with its name. */
function sizeText(draw: Draw, spec: ProductSpec, facts: Facts): string {
  const keys = Object.keys(spec.size ?? {})
  if (keys.length === 0) return ''
  const inCm = draw() < 0.6
  const of = (key: string) => String(inCm ? Number(facts[key]) / 10 : facts[key]).replace('.', ',')
  if (keys.length === 1) {
    const [key = ''] = keys
    const named: Record<string, string> = {
      thickness: 'ép.',
      height: 'ht',
      length: 'long.',
      diameter: 'diam.',
      profileHeight: '',
    }
    return `${named[key] ?? ''} ${of(key)}${inCm ? ' cm' : pick(draw, [' mm', ''])}`.trim()
  }
  const joint = pick(draw, ['x', ' x ', '×', ' × ', '/'])
  return keys.map(of).join(joint) + pick(draw, inCm ? [' cm', ''] : [' mm', ''])
}

/** The sheet as a careful giver fills it in: what the spec maps and the sheet holds. */
function sheetOf(spec: ProductSpec, facts: Facts): AttributeValues {
  const entries = Object.entries(spec.sheet ?? {}).map(([fact, key]) => [key, facts[fact]])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as AttributeValues
}

/** A text as thumbs type it: without accents, in capitals, with a letter lost, doubled or swapped. */
function mistype(draw: Draw, text: string): string {
  let typed = text
  if (draw() < DROPS_ACCENTS) typed = typed.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  if (draw() < SHOUTS) typed = typed.toUpperCase()
  if (draw() >= MISTYPES) return typed
  const words = typed.split(' ')
  const long = words.flatMap((word, index) => (/^\p{L}{6,}$/u.test(word) ? [index] : []))
  if (long.length === 0) return typed
  const index = pick(draw, long)
  words[index] = misspell(draw, words[index]!)
  return words.join(' ')
}

function misspell(draw: Draw, word: string): string {
  const at = 1 + Math.floor(draw() * (word.length - 3))
  const kind = draw()
  if (kind < 0.4) return word.slice(0, at) + word.slice(at + 1)
  if (kind < 0.7) return word.slice(0, at) + word[at]! + word.slice(at)
  return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)
}
