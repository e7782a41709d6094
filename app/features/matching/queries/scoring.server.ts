import { factorSetOn } from '~/features/carbon/queries.server'
import type { Scoring } from '../model/scoring'
import { weightsInForce } from './weights.server'

/**
 * What every score takes now: the weights in force, and the emission factors that a handover of today is reckoned with.
 * Read anew at each use, so that a version published by any process counts from the next score on.
 */
export async function scoringInForce(): Promise<Scoring> {
  const [weights, factors] = await Promise.all([weightsInForce(), factorSetOn()])
  return { weights, factors }
}
