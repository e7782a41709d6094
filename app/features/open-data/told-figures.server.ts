import { groupOf } from '~/features/accounting/model/shown-handover'
import { countByGroup } from '~/features/accounting/queries.server'
import { readAccountingSettings } from '~/features/accounting/queries/settings.server'
import type { MonthlyFigure } from './queries.server'

/**
 * Which monthly figures are published: those of a commune and year with as many handovers as the public lists ask for.
 * Fewer would tell what one party gave.
 */
export async function toldFigures(): Promise<(figure: MonthlyFigure) => boolean> {
  const [countOf, { publicThreshold }] = await Promise.all([countByGroup(), readAccountingSettings()])
  return ({ communeCode, month }) =>
    (countOf.get(groupOf({ fromCommuneCode: communeCode, handedOverOn: month })) ?? 0) >= publicThreshold
}
