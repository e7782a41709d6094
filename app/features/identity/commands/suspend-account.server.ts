import { ok, refused, type Result } from '~/core/result'
import { activeAdmins } from '~/features/organisations/commands/active-admins.server'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { closeAccount, reopenAccount } from '../close-account.server'
import { findUser } from '../repo.server'

type Suspend = { actor: Actor; userId: string; reason: string }

/**
 * Closes an account: its sessions end at once, its links die, it cannot sign in, and the person is told why. Nobody
 * closes their own (`own-account`) nor the Métropole's last open one (`last-admin`); who asks must still be an open
 * admin when it happens, so that two who close each other leave one. A closed account is a `conflict`.
 */
export async function suspendAccount({ actor, userId, reason }: Suspend): Promise<Result<null>> {
  if (!can(actor, 'account:suspend')) return refused('forbidden')
  if (userId === actor.userId) return refused('own-account')
  return withTx(async (tx) => {
    const admins = await activeAdmins(tx)
    if (!admins.includes(actor.userId)) return refused('forbidden')
    const user = await findUser(tx, userId)
    if (!user) return refused('not-found')
    if (user.suspendedAtMs !== null) return refused('conflict')
    if (admins.every((admin) => admin === userId)) return refused('last-admin')
    await closeAccount(tx, { userId, reason, actorUserId: actor.userId })
    return ok(null)
  })
}

/** Opens a closed account again and tells the person; an open one is a `conflict`. */
export async function restoreAccount({ actor, userId, reason }: Suspend): Promise<Result<null>> {
  if (!can(actor, 'account:suspend')) return refused('forbidden')
  return withTx(async (tx) => {
    if (!(await activeAdmins(tx)).includes(actor.userId)) return refused('forbidden')
    const user = await findUser(tx, userId)
    if (!user) return refused('not-found')
    if (user.suspendedAtMs === null) return refused('conflict')
    await reopenAccount(tx, { userId, reason, actorUserId: actor.userId })
    return ok(null)
  })
}
