import type { MaterialType } from '~/core/material-types'

/** Lots that a search finds, in the order asked. */
export type LotsFound = {
  ids: string[]
  /** How many there are in all: `ids` may hold the first alone. */
  total: number
  /** How many of them say all of the text, where there is one; the others say a part, and complete a short list. */
  whole: number
  /** Lots that all but the material and its sheet finds, by material. */
  byMaterial: ReadonlyMap<MaterialType, number>
}

/** What answers a text: what says all of it, or what completes a short list by saying a part too. */
export type AnswersToText = 'whole' | 'part'
