import type { AttributionCriterion, CriteriaSource } from './attribution-criteria'
import type { Check } from './public-checks'
import type { RankedRequest } from './rank-requests'

/** The side of a request that a reader is on. */
export type Side = 'giver' | 'taker'

/** A request in the order shown to whoever decides, with the name of its taker. */
export type NamedRequest = RankedRequest & { takerName: string }

/** What an acceptance or refusal was founded on, as it was written then. */
export type Decision = {
  id: string
  reservationId: string
  lotId: string
  takerOrganisationId: string
  outcome: 'accepted' | 'refused'
  criteria: AttributionCriterion[]
  criteriaSource: CriteriaSource
  ranking: NamedRequest[]
  isAgainst: boolean
  /** The giver's choice, a key of the criteria of answers; null when none was chosen. */
  criterion: string | null
  reason: string
  checks: Check[]
  rulesVersion: string | null
  decidedAtMs: number
}

/** A request of a decision as its taker sees it: their own by name, those of others by their facts alone. */
export type SeenRequest = Omit<NamedRequest, 'takerName' | 'takerOrganisationId' | 'reservationId'> & {
  isOwn: boolean
  takerName: string | null
  reservationId: string | null
}

/** The ranking of a decision for one reader: the giver and the Métropole's team see names, a taker their own alone. */
export function rankingFor(
  ranking: readonly NamedRequest[],
  reader: { organisationId: string; seesNames: boolean },
): SeenRequest[] {
  return ranking.map(({ takerName, takerOrganisationId, reservationId, ...facts }) => {
    const isOwn = takerOrganisationId === reader.organisationId
    const isNamed = isOwn || reader.seesNames
    return {
      ...facts,
      isOwn,
      takerName: isNamed ? takerName : null,
      reservationId: isNamed ? reservationId : null,
    }
  })
}
