import { readEntry } from '~/features/accounting/read-entry.server'
import { requireActor, requireRight } from './actor.server'
import { orNotFound } from './replies.server'

/** A handover as the ledger has it, for those who may follow it: its parties, its commune's agent and the team. */
export async function requireEntry(request: Request, handoverId = '') {
  const actor = await requireActor(request, 'ledger:read')
  const entry = orNotFound(await readEntry(handoverId))
  const { giverOrganisationId, takerOrganisationId, fromCommuneCode } = entry.parties
  const ownerOrganisationIds = [giverOrganisationId, takerOrganisationId]
  requireRight(actor, 'ledger:read', { ownerOrganisationIds, communeCode: fromCommuneCode })
  return { actor, entry }
}
