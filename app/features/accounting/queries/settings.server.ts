import { eq } from 'drizzle-orm'
import { reader, type Db } from '~/platform/db.server'
import { settings } from '~db/sqlite/settings'
import { DEFAULT_ACCOUNTING, type AccountingSettings } from '../model/accounting-settings'
import { accountingSettingsSchema } from '../schema'

export const SETTINGS_KEY = 'accounting'

/** What the Métropole's team has set for the accounts, or the defaults. */
export async function readAccountingSettings(db: Db = reader()): Promise<AccountingSettings> {
  const rows = await db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, SETTINGS_KEY))
    .limit(1)
  const parsed = accountingSettingsSchema.safeParse(rows[0]?.value)
  return parsed.success ? parsed.data : DEFAULT_ACCOUNTING
}
