import { lots } from '~/messages/lots'
import { useFormat, useT } from '~/ui/i18n'
import type { LotView } from '../model/lot'

/** The price per unit, or that the lot is given. */
export function LotPrice({ lot }: { lot: Pick<LotView, 'unitPriceCents' | 'unit'> }) {
  const t = useT(lots)
  const format = useFormat()
  if (lot.unitPriceCents === 0) return t('fact.gift')
  return t('fact.perUnit', { price: format.euros(lot.unitPriceCents), unit: format.unit(lot.unit) })
}
