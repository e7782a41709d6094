import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { ok, refused, type Result } from '~/core/result'
import {
  foundOrganisation,
  type NewOrganisation,
} from '~/features/organisations/commands/found-organisation.server'
import { isSiretTaken } from '~/features/organisations/commands/is-siret-taken.server'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { judgePassword } from '../judge-password.server'
import { hashPassword } from '../passwords.server'
import { findUserByEmail, insertUser } from '../repo.server'

type CreateAccount = {
  /** Lower case. */
  email: string
  name: string
  password: string
  organisation: NewOrganisation
}

/**
 * The operator's way to create an account, as the owner of a new organisation; who runs the server vouches for the
 * address. Refuses an address (`conflict`) or a SIRET (`siret-known`) in use, and what `judgePassword` does.
 */
export async function createAccount(input: CreateAccount): Promise<Result<{ userId: string }>> {
  const about = [input.email, input.name, input.organisation.name]
  const judged = await judgePassword(input.password, about)
  if (!judged.ok) return judged
  const passwordHash = await hashPassword(input.password)
  return withTx(async (tx) => {
    const { email, name, organisation } = input
    if (await findUserByEmail(tx, email)) return refused('conflict', { field: 'email' })
    if (await isSiretTaken(tx, organisation.siret)) return refused('siret-known', { field: 'siret' })
    const userId = newId()
    const now = nowMs()
    await insertUser(tx, { id: userId, email, name, passwordHash, emailVerifiedAtMs: now, createdAtMs: now })
    await foundOrganisation(tx, organisation, { ownerUserId: userId })
    await recordChange(tx, { entity: 'user', entityId: userId, kind: 'created', actorUserId: null })
    return ok({ userId })
  })
}
