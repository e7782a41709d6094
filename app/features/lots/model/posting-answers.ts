import { isAttributeKey } from '~/core/attributes/definitions'

/** What the hazards of a form hold when the giver knows of none. */
export const NO_HAZARD = 'none'

/** Answers of the posting form as typed: field name to text, or to a list where a field has several values. */
export type PostingAnswers = Readonly<Record<string, string | readonly string[]>>
type Nested = { [name: string]: string | string[] | Record<string, string> }

const ATTRIBUTE = 'attributes.'
const LISTS: readonly string[] = ['photoIds', 'attachmentIds', 'hazards']
const TEXTS: readonly string[] = [
  'siteId',
  'inventoryLineId',
  'material',
  'suggested',
  'title',
  'description',
  'quantity',
  'unit',
  'splitting',
  'minTake',
  'quantityBasis',
  'massKg',
  'condition',
  'availableFrom',
  'availableUntil',
  'storageUntil',
  'unitPrice',
  'packaging',
  'volumeM3',
  'vehicle',
  'access',
  'removal',
  'provenance',
  'cedingRight',
  'visibility',
  'territory',
  'territoryFrom',
  'publicFrom',
]
const MAX_TEXT = 4000
const MAX_ITEMS = 20

/** The answers among what a form sent, as far as the posting form has such fields; nothing else is kept. */
export function draftAnswers(entries: Iterable<readonly [string, unknown]>): PostingAnswers {
  const answers: Record<string, string | string[]> = {}
  for (const [name, value] of entries) {
    if (typeof value !== 'string') continue
    if (LISTS.includes(name)) {
      const list = [answers[name] ?? []].flat()
      if (value && list.length < MAX_ITEMS) answers[name] = [...list, value.slice(0, MAX_TEXT)]
    } else if (TEXTS.includes(name) || isSheetField(name)) answers[name] = value.slice(0, MAX_TEXT)
  }
  return answers
}

function isSheetField(name: string): boolean {
  return name.startsWith(ATTRIBUTE) && isAttributeKey(name.slice(ATTRIBUTE.length))
}

/** Answers as a form library takes its default values: `attributes.width` within `attributes`. */
export function nestAnswers(answers: PostingAnswers): Nested {
  const nested: Nested = {}
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(answers)) {
    if (typeof value !== 'string') nested[name] = [...value]
    else if (name.startsWith(ATTRIBUTE)) attributes[name.slice(ATTRIBUTE.length)] = value
    else nested[name] = value
  }
  return { ...nested, attributes }
}

/** The one text of an answer; empty when it was not given. */
export function textOf(answers: PostingAnswers, name: string): string {
  const value = answers[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** The values of an answer that has several. */
export function listOf(answers: PostingAnswers, name: string): string[] {
  return [answers[name] ?? []].flat().filter(Boolean)
}

/** What publishing cannot do without. */
const NEEDED = [
  'photoIds',
  'material',
  'quantity',
  'siteId',
  'availableUntil',
  'condition',
  'hazards',
  'cedingRight',
] as const

/** How far a draft is from being published. */
export function completeness(answers: PostingAnswers): { done: number; needed: number } {
  const done = NEEDED.filter((name) => listOf(answers, name).some((value) => value.trim() !== '')).length
  return { done, needed: NEEDED.length }
}
