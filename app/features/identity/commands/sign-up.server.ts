import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import type { Locale } from '~/core/locale'
import { ok, refused, type Result } from '~/core/result'
import { foundOrganisation } from '~/features/organisations/commands/found-organisation.server'
import { isSiretTaken } from '~/features/organisations/commands/is-siret-taken.server'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { takeBack, withTx, type Tx } from '~/platform/transaction.server'
import { sendLink } from '../account-token.server'
import { judgePassword } from '../judge-password.server'
import { hashPassword, hasRoomForPassword } from '../passwords.server'
import { findUser, findUserByEmail, insertUser } from '../repo.server'
import type { signUpSchema } from '../schema'

type SignUp = z.output<typeof signUpSchema> & { locale: Locale }

/**
 * Creates an account and its organisation, and writes to the address for confirmation. An address in use gets the
 * same answer, after the same work; its owner is told by e-mail. Refuses a SIRET in use (`siret-known`) and what
 * `judgePassword` does.
 * Sending the same id twice signs up once.
 */
export async function signUp(input: SignUp): Promise<Result<null>> {
  const { id, email, name } = input
  const judged = await judgePassword(input.password, [email, name, input.organisation])
  if (!judged.ok) return judged
  if (!hasRoomForPassword()) return refused('busy')
  const passwordHash = await hashPassword(input.password)
  return withTx(async (tx) => {
    const same = await findUser(tx, id)
    if (same) return same.email === email ? ok(null) : refused('conflict')
    if (await isSiretTaken(tx, input.siret)) return refused('siret-known', { field: 'siret' })
    const owner = await findUserByEmail(tx, email)
    if (owner) {
      // Each statement takes its way to a database server and back: without them, this answer would come sooner.
      await takeBack(tx, () => addAccount(tx, { ...input, email: `${id}@compte.invalid` }, passwordHash))
      await tell(tx, 'account.notice', { notice: 'exists', userId: owner.id })
      return ok(null)
    }
    await addAccount(tx, input, passwordHash)
    await sendLink(tx, { kind: 'verify-email', email, userId: id })
    return ok(null)
  })
}

async function addAccount(tx: Tx, input: SignUp, passwordHash: string): Promise<void> {
  const { id, email, name, phone, locale } = input
  await insertUser(tx, { id, email, name, passwordHash, phone, locale, createdAtMs: nowMs() })
  await foundOrganisation(
    tx,
    {
      name: input.organisation,
      siret: input.siret,
      kind: input.kind,
      isGiver: input.sides.includes('gives'),
      isTaker: input.sides.includes('takes'),
      communeCode: input.communeCode,
    },
    { ownerUserId: id },
  )
  await recordChange(tx, { entity: 'user', entityId: id, kind: 'signed-up', actorUserId: id })
}
