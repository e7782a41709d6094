import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import type { DossierState } from '../model/dossier'
import { findDossierRow, type DossierRow } from '../repo/dossiers.server'

/**
 * Runs a change of an experiment as one transaction, for the commune whose dossier it is, with its event. Refuses
 * `not-found` to others and `conflict` in a state that is not listed.
 */
export async function inExperiment(
  { actor, dossierId, states }: { actor: Actor; dossierId: string; states: readonly DossierState[] },
  kind: string,
  change: (tx: Tx, row: DossierRow) => Promise<Result<null>>,
): Promise<Result<null>> {
  return withTx(async (tx) => {
    const row = await findDossierRow(tx, dossierId)
    if (!row || !can(actor, 'programme:apply', { ownerOrganisationIds: [row.organisationId] }))
      return refused('not-found')
    if (!states.includes(row.state)) return refused('conflict')
    const done = await change(tx, row)
    if (!done.ok) return done
    await recordChange(tx, {
      entity: 'programme-dossier',
      entityId: dossierId,
      kind,
      actorUserId: actor.userId,
    })
    return ok(null)
  })
}
