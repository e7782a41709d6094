import type { AttributeValue } from '~/core/attributes/values'
import type { SHEETS } from '~/core/attributes/sheets'
import type { MaterialType } from '~/core/material-types'

/**
 * What a title's product is. A single value is said by the title, so its lots always have it; of a list, a lot has one
 * or does not say.
 */
export type Sheet<Material extends MaterialType = MaterialType> = {
  readonly [Key in (typeof SHEETS)[Material][number]]?: AttributeValue | readonly AttributeValue[]
}

/** The sheets of products of one material, by title. */
export type Titled<Material extends MaterialType> = Readonly<Record<string, Sheet<Material>>>
