import { nowMs } from '~/core/clock'
import type { Tx } from '~/platform/transaction.server'
import { settings } from '~db/sqlite/settings'
import type { AccountingSettings } from '../model/accounting-settings'
import { SETTINGS_KEY } from '../queries/settings.server'

export async function putSettings(
  tx: Tx,
  { publicThreshold, repTargets }: AccountingSettings,
): Promise<void> {
  const kept = { value: { publicThreshold, repTargets }, updatedAtMs: nowMs() }
  await tx
    .insert(settings)
    .values({ key: SETTINGS_KEY, ...kept })
    .onConflictDoUpdate({ target: settings.key, set: kept })
}
