import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { ok, refused, type Result } from '~/core/result'
import type { Tx } from '~/platform/transaction.server'
import { isCleared } from '../model/public-checks'
import { departs, type Grounds, type Requested } from '../queries/grounds.server'
import { insertDecision } from '../repo.server'

/**
 * Whether a person may answer so. Refuses an acceptance that a rule for public bodies stands against
 * (`cession-unchecked`), and an answer against a published order without a reason (`against-order`).
 */
export function judgeAnswer(
  grounds: Grounds,
  answer: { reservationId: string; outcome: 'accepted' | 'refused'; reason: string },
): Result<null> {
  if (answer.outcome === 'accepted' && !isCleared(grounds.checks)) return refused('cession-unchecked')
  if (answer.reason === '' && departs(grounds, answer.reservationId, answer.outcome))
    return refused('against-order', { field: 'reason' })
  return ok(null)
}

/** Keeps what an answer was founded on, for good, inside the caller's transaction. */
export async function recordDecision(
  tx: Tx,
  request: Requested,
  grounds: Grounds,
  answer: {
    outcome: 'accepted' | 'refused'
    decidedByUserId: string | null
    criterion: string | null
    reason: string
  },
): Promise<void> {
  const { inForce, ranking, checks, rulesVersion } = grounds
  await insertDecision(tx, {
    id: newId(),
    reservationId: request.id,
    lotId: request.lotId,
    giverOrganisationId: request.giverOrganisationId,
    takerOrganisationId: request.takerOrganisationId,
    ...answer,
    criteria: [...inForce.criteria],
    criteriaSource: inForce.source,
    ranking,
    isAgainst: departs(grounds, request.id, answer.outcome),
    checks,
    rulesVersion,
    decidedAtMs: nowMs(),
  })
}
