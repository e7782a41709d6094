import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { sameCriteria, type Criterion } from '../model/criteria'
import {
  deleteReviewer,
  findFund,
  findLatestCriteria,
  findOpenAccount,
  insertCriteria,
  insertReviewer,
  setFundAmount,
} from '../repo/settings.server'

function settingOf(actor: Actor, kind: string, detail: Record<string, unknown>) {
  return { entity: 'programme-setting', entityId: 'reuse', kind, actorUserId: actor.userId, detail } as const
}

/** Sets what the track may grant in all. Refuses less than is granted already (`fund-granted`). */
export async function setFund(actor: Actor, amountCents: number): Promise<Result<null>> {
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const fund = { amountCents, setByUserId: actor.userId, updatedAtMs: nowMs() }
    if (!(await setFundAmount(tx, fund))) {
      const granted = ((await findFund(tx))?.grantedCents ?? 0) / 100
      return refused('fund-granted', { field: 'amount', params: { granted } })
    }
    await recordChange(tx, settingOf(actor, 'fund-set', { amountCents }))
    return ok(null)
  })
}

/**
 * Publishes criteria as a new version, with the reason that everyone reads. Dossiers submitted before keep theirs.
 * Refuses the same criteria again (`criteria-same`).
 */
export async function publishCriteria(
  actor: Actor,
  { criteria, reason }: { criteria: Criterion[]; reason: string },
): Promise<Result<{ version: number }>> {
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const before = await findLatestCriteria(tx)
    if (before && sameCriteria(before.criteria, criteria)) return refused('criteria-same')
    const version = (before?.version ?? 0) + 1
    await insertCriteria(tx, {
      ...{ version, criteria, reason },
      publishedByUserId: actor.userId,
      publishedAtMs: nowMs(),
    })
    await recordChange(tx, settingOf(actor, 'criteria-published', { version, reason }))
    return ok({ version })
  })
}

/** Names a person of the committee by the address of their account. Refuses an address without one (`not-found`). */
export async function addReviewer(actor: Actor, email: string): Promise<Result<null>> {
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const userId = await findOpenAccount(tx, email)
    if (userId === null) return refused('not-found', { field: 'email' })
    const row = { userId, addedByUserId: actor.userId, addedAtMs: nowMs() }
    if (!(await insertReviewer(tx, row))) return ok(null)
    await recordChange(tx, settingOf(actor, 'reviewer-added', { userId }))
    return ok(null)
  })
}

/** Takes a person off the committee; what they scored stays. */
export async function removeReviewer(actor: Actor, userId: string): Promise<Result<null>> {
  if (!can(actor, 'programme:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    if (!(await deleteReviewer(tx, userId))) return ok(null)
    await recordChange(tx, settingOf(actor, 'reviewer-removed', { userId }))
    return ok(null)
  })
}
