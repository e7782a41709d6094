import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { addMember } from '~/features/organisations/commands/add-member.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { hashOfToken } from '../account-token.server'
import { findUser, setSessionOrganisation, updateUser, useToken } from '../repo.server'
import { readLink } from '../read-link.server'
import { hashSessionSecret } from '../session-secret.server'

/**
 * Joins the organisation of an invitation with the account that is signed in, once; the invitation must be for its
 * address (`other-account`), which the link confirms. The session then acts for that organisation.
 */
export async function joinOrganisation(input: {
  token: string
  actor: Pick<Actor, 'userId' | 'email'>
  secret: string
}): Promise<Result<null>> {
  const link = await readLink(input.token, ['invitation'])
  if (!link) return refused('link-expired')
  if (link.email !== input.actor.email) return refused('other-account')
  const { userId } = input.actor
  return withTx(async (tx) => {
    const invitation = await useToken(tx, hashOfToken(input.token), 'invitation', nowMs())
    const user = await findUser(tx, userId)
    if (!invitation?.organisationId || user?.email !== invitation.email) return refused('link-expired')
    const { organisationId, role } = invitation
    await updateUser(tx, userId, { emailVerifiedAtMs: user.emailVerifiedAtMs ?? nowMs() })
    await addMember(tx, { userId, organisationId, role: role ?? 'member' })
    await setSessionOrganisation(tx, hashSessionSecret(input.secret), organisationId)
    await recordChange(tx, {
      entity: 'organisation',
      entityId: organisationId,
      kind: 'member-joined',
      actorUserId: userId,
    })
    return ok(null)
  })
}
