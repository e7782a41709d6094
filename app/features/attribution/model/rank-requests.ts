import type { OrganisationKind } from '~/features/organisations/model/organisation'
import { KINDS_OF, type AttributionCriterion } from './attribution-criteria'

/** What a ranking knows of a request: facts that its taker gave, and the distance worked out from two communes. */
export type RankedFacts = {
  reservationId: string
  takerOrganisationId: string
  kind: OrganisationKind
  quantityMilli: number
  /** Estimated road kilometres between the communes; null when the taker's is unknown. */
  km: number | null
  isSameCommune: boolean
  requestedAtMs: number
}

/** `decidedBy` is the criterion that put it behind the one before; null for the first, and when only the ids differ. */
export type RankedRequest = RankedFacts & { rank: number; decidedBy: AttributionCriterion | null }

/**
 * Requests in the order that the criteria propose: the first criterion that tells two apart decides. Equal ones follow
 * the order in which they came, then their ids, so that the same requests always give the same order.
 */
export function rankRequests(
  requests: readonly RankedFacts[],
  criteria: readonly AttributionCriterion[],
): RankedRequest[] {
  const order: readonly AttributionCriterion[] = criteria.includes('first')
    ? criteria
    : [...criteria, 'first']
  const ordered = [...requests].sort(
    (a, b) => (separation(a, b, order)?.sign ?? 0) || (a.reservationId < b.reservationId ? -1 : 1),
  )
  return ordered.map((request, index) => {
    const before = ordered[index - 1]
    return {
      ...request,
      rank: index + 1,
      decidedBy: before ? (separation(before, request, order)?.criterion ?? null) : null,
    }
  })
}

/** Whether accepting (or refusing) a request departs from the order shown. */
export function isAgainstOrder(
  ranking: readonly { reservationId: string; rank: number }[],
  reservationId: string,
  outcome: 'accepted' | 'refused',
): boolean {
  const own = ranking.find((request) => request.reservationId === reservationId)
  if (!own) return false
  return ranking.some(({ rank }) => (outcome === 'accepted' ? rank < own.rank : rank > own.rank))
}

function separation(a: RankedFacts, b: RankedFacts, order: readonly AttributionCriterion[]) {
  for (const criterion of order) {
    const sign = compare(a, b, criterion)
    if (sign !== 0) return { criterion, sign }
  }
  return null
}

/** Under zero when `a` comes before `b` by this criterion alone. */
function compare(a: RankedFacts, b: RankedFacts, criterion: AttributionCriterion): number {
  const kinds = KINDS_OF[criterion]
  if (kinds) return Number(kinds.includes(b.kind)) - Number(kinds.includes(a.kind))
  switch (criterion) {
    case 'same-commune':
      return Number(b.isSameCommune) - Number(a.isSameCommune)
    case 'quantity':
      return b.quantityMilli - a.quantityMilli
    case 'nearest':
      return nearness(a.km) - nearness(b.km) || 0
    default:
      return a.requestedAtMs - b.requestedAtMs
  }
}

/** Tenths of a kilometre, as pages show them: two distances that look the same are the same. Unknown is farthest. */
function nearness(km: number | null): number {
  return km === null ? Number.MAX_SAFE_INTEGER : Math.round(km * 10)
}
