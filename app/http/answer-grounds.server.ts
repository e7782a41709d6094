import { rankingFor } from '~/features/attribution/model/decision'
import { findDecision } from '~/features/attribution/queries/decisions.server'
import { departs, groundsOf, type Requested } from '~/features/attribution/queries/grounds.server'
import { findUndertaking } from '~/features/attribution/queries.server'
import type { AnswerGroundsView } from '~/features/attribution/ui/answer-grounds'
import type { DecisionView } from '~/features/attribution/ui/decision-why'
import type { Actor } from '~/features/organisations/model/permissions'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { sideOf } from '~/features/reservations/model/side'

export type AnswerPanel = {
  /** While the request waits. */
  grounds: AnswerGroundsView | null
  /** Once it is answered. */
  decision: DecisionView | null
  undertaking: { atMs: number; by: string } | null
  /** The text that asks the taker for the promise now; null when nothing does. */
  promiseSource: string | null
}

/** What an answer to a request is or would be founded on, with no more names than the reader may see. */
export async function readAnswerPanel(view: ReservationView, actor: Actor): Promise<AnswerPanel> {
  const side = sideOf(view, actor.organisationId)
  const reader = { organisationId: actor.organisationId, seesNames: side !== 'taker' }
  const undertaking = await findUndertaking(view.id)
  if (view.status !== 'requested') {
    const found = await findDecision(view.id)
    return { grounds: null, decision: found && seen(found, reader), undertaking, promiseSource: null }
  }
  const request: Requested = {
    id: view.id,
    lotId: view.lotId,
    giverOrganisationId: view.giverOrganisationId,
    takerOrganisationId: view.takerOrganisationId,
    quantityMilli: view.quantityMilli,
  }
  const grounds = await groundsOf(request)
  const missing = grounds.checks.find(({ finding }) => finding === 'resale-missing')
  return {
    grounds: {
      inForce: grounds.inForce,
      // Before the answer, who else asks is the giver's business.
      ranking: side === 'taker' ? [] : rankingFor(grounds.ranking, reader),
      checks: grounds.checks,
      isAgainst: {
        accepted: departs(grounds, view.id, 'accepted'),
        refused: departs(grounds, view.id, 'refused'),
      },
    },
    decision: null,
    undertaking,
    promiseSource: side === 'taker' && missing ? missing.source : null,
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof findDecision>>>

function seen(found: Found, reader: Parameters<typeof rankingFor>[1]): DecisionView {
  const { decidedAtMs, criteria, criteriaSource, isAgainst, reason, checks, rulesVersion } = found
  const ranking = rankingFor(found.ranking, reader)
  return { decidedAtMs, criteria, criteriaSource, ranking, isAgainst, reason, checks, rulesVersion }
}
