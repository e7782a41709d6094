import { ok, refused, type Result } from '~/core/result'
import { isMember } from '~/features/organisations/commands/is-member.server'
import { withTx } from '~/platform/transaction.server'
import { setSessionOrganisation } from '../repo.server'
import { hashSessionSecret } from '../session-secret.server'

type SwitchOrganisation = { userId: string; organisationId: string; secret: string }

/** Makes this session act for another organisation of the person. */
export async function switchOrganisation(input: SwitchOrganisation): Promise<Result<null>> {
  return withTx(async (tx) => {
    if (!(await isMember(tx, input.organisationId, input.userId))) return refused('not-found')
    await setSessionOrganisation(tx, hashSessionSecret(input.secret), input.organisationId)
    return ok(null)
  })
}
