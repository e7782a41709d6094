import type { AttributeKey } from '~/core/attributes/definitions'
import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'

/** A fact's values, each with the ways in which people write it; an empty way leaves it unsaid. */
export type FactForms = Readonly<Record<string, readonly string[]>>

/**
 * A kind of good as a corpus is drawn from it. What a lot **is** (its facts) is drawn first; what its giver **writes**
 * is drawn from the facts afterwards, with what is left out, abbreviated and misspelt. Judgements read facts alone.
 */
export type ProductSpec = {
  type: string
  material: MaterialType
  unit: Unit
  /** Ways to name it, the usual first: earlier ones are drawn more often. */
  names: readonly string[]
  facts?: Readonly<Record<string, FactForms>>
  /** Dimensions in mm: the values that exist. */
  size?: Readonly<Record<string, readonly number[]>>
  /** Facts and dimensions that the sheet of the material can hold, under which key. */
  sheet?: Readonly<Record<string, AttributeKey>>
  /** What its givers tell further; some name other goods, as people do. */
  details: readonly string[]
}

/** Colours that several goods share. */
export const COLOURS = {
  white: ['blanc', 'blanche', 'RAL 9010', 'laqué blanc', ''],
  grey: ['gris', 'grise', 'gris anthracite', 'RAL 7016', ''],
  black: ['noir', 'noire', ''],
  red: ['rouge', ''],
  blue: ['bleu', 'bleue', 'bleu nuit'],
  beige: ['beige', 'ton pierre', ''],
} as const satisfies FactForms

export function colours<Key extends keyof typeof COLOURS>(...keys: Key[]): FactForms {
  return Object.fromEntries(keys.map((key) => [key, COLOURS[key]]))
}
