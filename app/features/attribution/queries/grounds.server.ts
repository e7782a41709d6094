import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { isPublicBody } from '~/features/organisations/model/organisation'
import { reader, type Db } from '~/platform/db.server'
import type { CriteriaInForce } from '../model/attribution-criteria'
import type { NamedRequest } from '../model/decision'
import { checkCession, type Check } from '../model/public-checks'
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
import { rankWaiting } from './waiting.server'

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

/** What an answer to a request would be founded on now, or inside the caller's transaction. */
export async function groundsOf(request: Requested, db: Db = reader()): Promise<Grounds> {
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

/** Whether an answer departs from the order proposed; nobody departs from an order that was never published. */
export function departs(
  { inForce, ranking }: Grounds,
  reservationId: string,
  outcome: 'accepted' | 'refused',
): boolean {
  return inForce.source !== 'none' && isAgainstOrder(ranking, reservationId, outcome)
}
