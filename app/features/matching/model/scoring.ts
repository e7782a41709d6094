import { FACTOR_SET, type FactorSet } from '~/features/carbon/model/factors'
import { SHIPPED_WEIGHTS, type Weights } from './weights'

/** What a score is made with beside its two sides; results keep the version of each. */
export type Scoring = { weights: Weights; factors: FactorSet }

/** The weights and factors that ship, in force until the Métropole's team publishes others. */
export const SHIPPED_SCORING: Scoring = { weights: SHIPPED_WEIGHTS, factors: FACTOR_SET }
