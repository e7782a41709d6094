import type { MaterialType } from '~/core/material-types'
import type { Move } from './rank-change'

/** A candidate of an example with its places before and after. */
export type ExampleLine = Move & { title: string; communeName: string }

/** A real need or lot with its best candidates under two sets of weights. */
export type WeightExample = {
  of: 'need' | 'lot'
  id: string
  title: string
  communeName: string
  material: MaterialType
  /** How many pass the filters, whatever the weights. */
  candidates: number
  before: ExampleLine[]
  after: ExampleLine[]
}
