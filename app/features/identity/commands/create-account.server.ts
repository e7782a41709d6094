import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { ok, refused, type Result } from '~/core/result'
import {
  foundOrganisation,
  type NewOrganisation,
} from '~/features/organisations/commands/found-organisation.server'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { hashPassword } from '../passwords.server'
import { findCredentials } from '../queries.server'
import { insertUser } from '../repo.server'

type CreateAccount = {
  /** Lower case. */
  email: string
  name: string
  password: string
  organisation: NewOrganisation
}

/** Creates an account with a password, as the owner of a new organisation. Refuses an address in use (`conflict`). */
export async function createAccount(input: CreateAccount): Promise<Result<{ userId: string }>> {
  if (await findCredentials(input.email)) return refused('conflict', { field: 'email' })
  const passwordHash = await hashPassword(input.password)
  return withTx(async (tx) => {
    const userId = newId()
    const { email, name } = input
    await insertUser(tx, { id: userId, email, name, passwordHash, createdAtMs: nowMs() })
    await foundOrganisation(tx, input.organisation, userId)
    await recordChange(tx, { entity: 'user', entityId: userId, kind: 'created', actorUserId: null })
    return ok({ userId })
  })
}
