import { isDeepStrictEqual } from 'node:util'
import { nowMs } from '~/core/clock'
import type { IsoDay } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import type { PublicRules } from '../model/public-rules'
import { listRulesVersions } from '../queries.server'
import { countRules, insertRules } from '../repo.server'

type SetPublicRules = {
  actor: Actor
  /** The newest version when the person opened the page. */
  seen: string
  rules: PublicRules
  /** First day on which they apply; may be to come. */
  validFrom: IsoDay
  reason: string
}

/**
 * Keeps the rules for public givers as a new version with its author, reason and first day; decisions taken before
 * keep the version they applied. Refuses when someone else changed them meanwhile, and when nothing would change.
 */
export async function setPublicRules(input: SetPublicRules): Promise<Result<{ version: string }>> {
  const { actor, seen, rules, validFrom, reason } = input
  if (!can(actor, 'public-rules:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const [newest] = await listRulesVersions(tx)
    if (!newest || newest.version !== seen) {
      return refused('rules-meanwhile', { params: { version: newest?.version ?? '' } })
    }
    if (newest.validFrom === validFrom && isDeepStrictEqual(newest.rules, rules)) return refused('rules-same')
    const { total, newestAtMs } = await countRules(tx)
    const version = `r${total + 1}`
    await insertRules(tx, {
      version,
      rules,
      validFrom,
      reason,
      setByUserId: actor.userId,
      // The newest of equals is in force: none may share its instant.
      setAtMs: Math.max(nowMs(), newestAtMs + 1),
    })
    await recordChange(tx, {
      entity: 'setting',
      entityId: 'public-rules',
      kind: 'set',
      actorUserId: actor.userId,
      detail: { version, reason, validFrom, before: newest.rules, after: rules },
    })
    return ok({ version })
  })
}
