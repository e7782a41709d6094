import { isoDayOf } from '~/core/days'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { ok, refused, type Result } from '~/core/result'
import { isPublicBody } from '~/features/organisations/model/organisation'
import type { Tx } from '~/platform/transaction.server'
import type { CriteriaInForce } from '../model/attribution-criteria'
import type { NamedRequest } from '../model/decision'
import { checkCession, isCleared, type Check } from '../model/public-checks'
import { isAgainstOrder } from '../model/rank-requests'
import {
  criteriaInForce,
  findKind,
  findProfile,
  findTerms,
  findUndertaking,
  findUnitPrice,
  rulesInForce,
  sumGrantedMilli,
} from '../queries.server'
import { rankWaiting } from '../queries/waiting.server'
import { insertDecision } from '../repo.server'

export type Requested = {
  id: string
  lotId: string
  giverOrganisationId: string
  takerOrganisationId: string
  quantityMilli: number
}

/** What an answer to a request can be founded on, read at one moment. */
export type Grounds = {
  inForce: CriteriaInForce
  /** Every request of the lot that waits, in the order proposed. */
  ranking: NamedRequest[]
  /** Empty for private givers. */
  checks: Check[]
  rulesVersion: string | null
}

export async function groundsOf(db: Tx, request: Requested): Promise<Grounds> {
  const { criteria, source } = await criteriaInForce(
    { id: request.lotId, organisationId: request.giverOrganisationId },
    db,
  )
  const ranking = await rankWaiting(request.lotId, criteria, db)
  const giverKind = await findKind(request.giverOrganisationId, db)
  const inForce = { criteria, source }
  if (!isPublicBody(giverKind)) return { inForce, ranking, checks: [], rulesVersion: null }
  const { version, rules } = await rulesInForce(isoDayOf(nowMs()), db)
  const cession = {
    giverKind,
    delegation: (await findProfile(request.giverOrganisationId, db)).delegation,
    takerKind: await findKind(request.takerOrganisationId, db),
    unitPriceCents: await findUnitPrice(request.lotId, db),
    quantityMilli: request.quantityMilli,
    earlierMilli: await sumGrantedMilli(request, db),
    terms: await findTerms(request.lotId, db),
    hasUndertaken: (await findUndertaking(request.id, db)) !== null,
  }
  return { inForce, ranking, checks: checkCession(cession, rules), rulesVersion: version }
}

/**
 * Whether a person may answer so. Refuses an acceptance that a rule for public bodies stands against
 * (`cession-unchecked`), and an answer against a published order without a reason (`against-order`).
 */
export function judgeAnswer(
  grounds: Grounds,
  answer: { reservationId: string; outcome: 'accepted' | 'refused'; reason: string },
): Result<null> {
  if (answer.outcome === 'accepted' && !isCleared(grounds.checks)) return refused('cession-unchecked')
  if (answer.reason === '' && isAgainst(grounds, answer)) return refused('against-order', { field: 'reason' })
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
    isAgainst: isAgainst(grounds, { reservationId: request.id, outcome: answer.outcome }),
    checks,
    rulesVersion,
    decidedAtMs: nowMs(),
  })
}

/** Nobody departs from an order that was never published. */
function isAgainst(
  { inForce, ranking }: Grounds,
  { reservationId, outcome }: { reservationId: string; outcome: 'accepted' | 'refused' },
): boolean {
  return inForce.source !== 'none' && isAgainstOrder(ranking, reservationId, outcome)
}
