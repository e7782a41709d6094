import { eq } from 'drizzle-orm'
import { reader, type Db } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { settings } from '~db/sqlite/settings'
import { DEFAULT_ENERGY, type EnergySettings } from '../model/energy'
import { classifierSettingsSchema } from '../schema'

export const SETTINGS_KEY = 'classifier'

export type ClassifierSettings = { isOn: boolean; energy: EnergySettings }

/** What the Métropole's team has set, or the defaults. */
export async function readClassifierSettings(db: Db = reader()): Promise<ClassifierSettings> {
  const rows = await db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, SETTINGS_KEY))
    .limit(1)
  const parsed = classifierSettingsSchema.safeParse(rows[0]?.value)
  return parsed.success ? parsed.data : { isOn: true, energy: DEFAULT_ENERGY }
}

/** Whether the operator wants no photo analysed, whatever is set here. */
export function isOffByEnvironment(): boolean {
  return env().isClassifierOff
}

/** Whether no photo at all is analysed here, by the environment or by the setting. */
export async function isClassifierOff(db: Db = reader()): Promise<boolean> {
  return isOffByEnvironment() || !(await readClassifierSettings(db)).isOn
}
