import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { stateAfter } from '../model/dossier'
import { findDossierRow, updateDossier } from '../repo/dossiers.server'
import { giveBackToFund } from '../repo/settings.server'

/**
 * Takes back a dossier of the actor's commune; a grant goes back to the fund. Refuses once its experiment runs
 * (`conflict`), and `not-found` to others.
 */
export async function withdrawDossier(actor: Actor, dossierId: string): Promise<Result<null>> {
  return withTx(async (tx) => {
    const row = await findDossierRow(tx, dossierId)
    if (!row || !can(actor, 'programme:apply', { ownerOrganisationIds: [row.organisationId] }))
      return refused('not-found')
    if (row.state === 'withdrawn') return ok(null)
    const state = stateAfter(row.state, 'withdraw')
    if (state === null) return refused('conflict')
    if (row.grantedCents !== null && !(await giveBackToFund(tx, row.grantedCents))) return refused('conflict')
    await updateDossier(tx, row, { state, grantedCents: null, updatedAtMs: nowMs() })
    await recordChange(tx, {
      entity: 'programme-dossier',
      entityId: dossierId,
      kind: 'withdrawn',
      actorUserId: actor.userId,
    })
    return ok(null)
  })
}
