import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import type { AccountingSettings } from '../model/accounting-settings'
import { SETTINGS_KEY } from '../queries/settings.server'
import { putSettings } from '../repo/settings.server'

/** Sets from how many handovers a commune's are told one by one, and the dated targets. */
export async function setAccounting(input: {
  actor: Actor
  settings: AccountingSettings
}): Promise<Result<AccountingSettings>> {
  const { actor, settings } = input
  if (!can(actor, 'correction:enter')) return refused('forbidden')
  return withTx(async (tx) => {
    await putSettings(tx, settings)
    const event = { entity: 'setting', entityId: SETTINGS_KEY, kind: 'set' } as const
    await recordChange(tx, { ...event, actorUserId: actor.userId, detail: { ...settings } })
    return ok(settings)
  })
}
