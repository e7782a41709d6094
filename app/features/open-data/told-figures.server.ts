import { readWithholding } from '~/features/accounting/queries/withheld.server'
import type { MonthlyFigure } from './queries.server'

/**
 * Which monthly figures are published: those of a commune and year with as many handovers as the public lists ask for.
 * Fewer would tell what one party gave.
 */
export async function toldFigures(): Promise<(figure: MonthlyFigure) => boolean> {
  const { isTold } = await readWithholding()
  return ({ communeCode, month }) => isTold({ fromCommuneCode: communeCode, handedOverOn: month })
}
