import { nowMs } from '~/core/clock'
import type { IsoDay } from '~/core/days'
import type { FactorRow } from '~/core/ledger-terms'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { areSameRows } from '../model/factor-versions'
import { listFactorVersions } from '../queries.server'
import { countFactorVersions, insertFactorVersion } from '../repo.server'

type PublishFactors = {
  actor: Actor
  rows: readonly FactorRow[]
  validFrom: IsoDay
  reason: string
  /** The newest version that the person saw. */
  seen: string
}

/**
 * Publishes a table of factors: handovers of its first day and later that are entered from now on are reckoned with it.
 * Rows of the ledger keep theirs. Refuses when another was published since the person looked, and when nothing would
 * change: sending a form twice publishes once.
 */
export async function publishFactors(input: PublishFactors): Promise<Result<{ version: string }>> {
  const { actor, rows, validFrom, reason, seen } = input
  if (!can(actor, 'factors:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const [newest] = await listFactorVersions(tx)
    if (newest && newest.version !== seen) {
      return refused('factors-meanwhile', { params: { version: newest.version } })
    }
    if (newest?.validFrom === validFrom && areSameRows(newest.rows, rows)) return refused('factors-same')
    const { total, newestAtMs } = await countFactorVersions(tx)
    const version = `f${total + 1}`
    await insertFactorVersion(tx, {
      ...{ version, validFrom, rows: [...rows], reason, publishedByUserId: actor.userId },
      // Of several that begin together the last is in force: none may share its instant.
      publishedAtMs: Math.max(nowMs(), newestAtMs + 1),
    })
    const event = { entity: 'factors', entityId: version, kind: 'published' } as const
    const detail = { reason, validFrom, size: rows.length, before: seen }
    await recordChange(tx, { ...event, actorUserId: actor.userId, detail })
    return ok({ version })
  })
}
