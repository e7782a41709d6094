import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import type { MailedPlace } from '../mail-link.server'
import { deleteMail, insertMail } from '../repo.server'

/**
 * Begins or ends the monthly mail of a commune for its agent. Doing it twice changes nothing. Refuses `forbidden` for
 * whoever is not an agent of that commune.
 */
export async function chooseMonthlyMail({
  actor,
  communeCode,
  isWanted,
}: {
  actor: Actor
  communeCode: string
  isWanted: boolean
}): Promise<Result<null>> {
  if (!can(actor, 'board:mail', { communeCodes: [communeCode] })) return refused('forbidden')
  await setMonthlyMail({ userId: actor.userId, communeCode }, isWanted)
  return ok(null)
}

/** Begins or ends a monthly mail that a signed link or its reader's session names. */
export async function setMonthlyMail(mailed: MailedPlace, isWanted: boolean): Promise<void> {
  await withTx(async (tx) => {
    const isDone = isWanted ? await insertMail(tx, mailed) : await deleteMail(tx, mailed)
    if (!isDone) return
    await recordChange(tx, {
      ...{ entity: 'commune', entityId: mailed.communeCode, actorUserId: mailed.userId },
      kind: isWanted ? 'monthly-mail-begun' : 'monthly-mail-ended',
    })
  })
}
