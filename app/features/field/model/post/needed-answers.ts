import { PROHIBITED_HAZARDS, type Hazard } from '~/core/lot-terms'
import { parseMilli } from '~/core/units'
import { listOf, NO_HAZARD, textOf, type PostingAnswers } from '~/features/lots/model/posting-answers'

/** The answers that publishing cannot do without, in the order in which the screen asks for them. */
const ORDER = [
  'photos',
  'material',
  'quantity',
  'condition',
  'hazards',
  'availableUntil',
  'siteId',
  'cedingRight',
] as const
export type Needed = (typeof ORDER)[number]
/** How many answers a lot needs. */
export const ANSWERS_NEEDED = ORDER.length

/** What is still to be answered, first things first; a hazard that may not be offered counts as unanswered. */
export function neededAnswers(draft: { answers: PostingAnswers; photos: readonly unknown[] }): Needed[] {
  return ORDER.filter((name) => !isAnswered(draft, name))
}

function isAnswered(
  { answers, photos }: { answers: PostingAnswers; photos: readonly unknown[] },
  name: Needed,
): boolean {
  if (name === 'photos') return photos.length > 0
  if (name === 'quantity') return (parseMilli(textOf(answers, 'quantity')) ?? 0) > 0
  if (name === 'hazards') return listOf(answers, 'hazards').length > 0 && !isProhibited(answers)
  return textOf(answers, name) !== ''
}

/** Whether a declared danger forbids offering the lot. */
export function isProhibited(answers: PostingAnswers): boolean {
  return listOf(answers, 'hazards').some((hazard) => PROHIBITED_HAZARDS.includes(hazard as Hazard))
}

/** The declared dangers after a tap: «none known» and any danger exclude each other. */
export function toggledHazards(answers: PostingAnswers, tapped: string): string[] {
  const before = listOf(answers, 'hazards')
  if (before.includes(tapped)) return before.filter((hazard) => hazard !== tapped)
  if (tapped === NO_HAZARD) return [NO_HAZARD]
  return [...before.filter((hazard) => hazard !== NO_HAZARD), tapped]
}
