import { isMaterialType, type MaterialType } from '~/core/material-types'
import { UNITS, type Unit } from '~/core/units'
import { textOf, type PostingAnswers } from '~/features/lots/model/posting-answers'
import { USUAL_UNIT } from '~/features/lots/model/usual-unit'

/** The answers of a lot being posted, and the names of those that a person gave: nothing else overwrites these. */
export type Answering = { answers: PostingAnswers; chosen: readonly string[] }

/** What a person answers. Their material brings its usual unit, as long as no quantity was given in another. */
export function choose(before: Answering, given: PostingAnswers): Answering {
  const chosen = [...new Set([...before.chosen, ...Object.keys(given)])]
  return withUsualUnit({ answers: { ...before.answers, ...given }, chosen })
}

/** What something else than the person fills in, such as a suggestion or a site's last lot: never over their answers. */
export function fill(before: Answering, found: PostingAnswers): Answering {
  const free = Object.entries(found).filter(([name]) => !before.chosen.includes(name))
  return withUsualUnit({ ...before, answers: { ...before.answers, ...Object.fromEntries(free) } })
}

/** The material answered so far, if any. */
export function materialOf({ answers }: Pick<Answering, 'answers'>): MaterialType | null {
  const text = textOf(answers, 'material')
  return isMaterialType(text) ? text : null
}

/** The unit in which the quantity is counted: pieces while nothing says otherwise. */
export function unitOf({ answers }: Pick<Answering, 'answers'>): Unit {
  const text = textOf(answers, 'unit')
  return UNITS.find((unit) => unit === text) ?? 'u'
}

function withUsualUnit(now: Answering): Answering {
  const material = materialOf(now)
  const isCounted = textOf(now.answers, 'quantity') !== ''
  if (!material || now.chosen.includes('unit') || (isCounted && textOf(now.answers, 'unit') !== ''))
    return now
  return { ...now, answers: { ...now.answers, unit: USUAL_UNIT[material] } }
}
