import type { z } from 'zod'
import { ok, refused, type Result } from '~/core/result'
import { findCommune } from '~/features/communes/queries.server'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { can, type Actor } from '../model/permissions'
import { isSelfFounded } from '../model/organisation'
import { findOrganisationRow, updateOrganisation as update } from '../repo.server'
import type { organisationSchema } from '../schema'
import { isSiretTaken } from './is-siret-taken.server'

type UpdateOrganisation = Omit<z.output<typeof organisationSchema>, 'intent'> & { actor: Actor }

/**
 * Keeps what an owner says of their organisation. Refuses another organisation's SIRET (`siret-known`), and to turn
 * a commune or the Métropole into something else (`forbidden`).
 */
export async function updateOrganisation({ actor, ...values }: UpdateOrganisation): Promise<Result<null>> {
  if (!can(actor, 'organisation:manage')) return refused('forbidden')
  if (!(await findCommune(values.communeCode))) return refused('invalid', { field: 'communeCode' })
  const id = actor.organisationId
  return withTx(async (tx) => {
    const current = await findOrganisationRow(tx, id)
    if (!current || !isSelfFounded(current.kind)) return refused('forbidden')
    if (await isSiretTaken(tx, values.siret, id)) return refused('siret-known', { field: 'siret' })
    const { organisation: name, siret, kind, sides, communeCode } = values
    const [isGiver, isTaker] = [sides.includes('gives'), sides.includes('takes')]
    await update(tx, id, { name, siret, kind, isGiver, isTaker, communeCode })
    await recordChange(tx, {
      entity: 'organisation',
      entityId: id,
      kind: 'updated',
      actorUserId: actor.userId,
    })
    return ok(null)
  })
}
