import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type {
  attributionDecisions,
  attributionProfiles,
  cessionTerms,
  resaleUndertakings,
} from '~db/sqlite/attribution'

export type AttributionProfileRow = typeof attributionProfiles.$inferSelect
export type CessionTermsRow = typeof cessionTerms.$inferSelect
export type UndertakingRow = typeof resaleUndertakings.$inferSelect
export type DecisionRow = typeof attributionDecisions.$inferSelect

/** What an organisation publishes of its attributions: by default nothing. */
export function makeAttributionProfile(
  profile: Pick<AttributionProfileRow, 'organisationId'> & Partial<AttributionProfileRow>,
): AttributionProfileRow {
  return { criteria: null, delegationReference: null, delegationOn: null, updatedAtMs: nowMs(), ...profile }
}

/** What a public body says of a lot: by default nothing. */
export function makeCessionTerms(
  terms: Pick<CessionTermsRow, 'lotId'> & Partial<CessionTermsRow>,
): CessionTermsRow {
  return {
    ...{ marketUnitCents: null, belowMarketReason: '', deliberationReference: null, deliberationOn: null },
    ...{ updatedAtMs: nowMs(), ...terms },
  }
}

type Parties = 'reservationId' | 'lotId' | 'giverOrganisationId' | 'takerOrganisationId' | 'outcome'

/** What an answer was founded on: by default of a private giver without criteria, nobody else waiting. */
export function makeDecision(decision: Pick<DecisionRow, Parties> & Partial<DecisionRow>): DecisionRow {
  return {
    ...{ id: newId(), decidedByUserId: null, criteria: ['first'], criteriaSource: 'none', ranking: [] },
    ...{ isAgainst: false, criterion: null, reason: '', checks: [], rulesVersion: null },
    ...{ decidedAtMs: nowMs(), ...decision },
  }
}
