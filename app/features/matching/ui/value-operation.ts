import type { Formatter } from '~/core/format'
import { lengthDays } from '~/core/days'
import type { MessagesOf, Translate } from '~/messages/catalogue'
import type { matchReplay } from '~/messages/match-replay'
import type { MatchLot, MatchNeed, PairScore } from '../model/score'
import { FULL_CARBON_KG, UNCHECKED_FIT } from '../model/score-parts'
import { materialFit } from '../model/substitutions'
import type { ScorePartKey } from '../model/weights'

type Texts = MessagesOf<typeof matchReplay>
type Facts = {
  lot: MatchLot
  need: MatchNeed
  pair: PairScore
  /** Attributes that remain to be checked, by name. */
  toCheck: string
}

/** How the value of each part comes from what was read, with its figures: «1 − 7,31 ÷ 20». */
export function valueOperations(
  t: Translate<Texts>,
  format: Formatter,
  { lot, need, pair, toCheck }: Facts,
): Record<ScorePartKey, string> {
  const n = (value: number, decimals = 3) => format.number(value, decimals)
  const fit = materialFit(lot.material, need.material)
  const fitText = fit === 1 ? t('operation.fitSame') : t('operation.fitNear', { fit: n(fit) })
  const days = lengthDays(need.window)
  const [free, wanted] = [lot.quantityMilli / 1000, need.quantityMilli / 1000]
  const steps = `(1 + ${lot.condition} − ${need.minCondition}) ÷ 4`
  return {
    fit:
      pair.toCheck.length > 0
        ? t('operation.unchecked', { fit: fitText, share: n(UNCHECKED_FIT), names: toCheck })
        : fitText,
    distance: need.radiusKm > 0 ? `1 − ${n(pair.straightKm)} ÷ ${n(need.radiusKm)}` : t('operation.noRadius'),
    dates: `${n(pair.overlapDays)} ÷ ${n(days)}`,
    cover: `min(${n(free)} ; ${n(wanted)}) ÷ ${n(wanted)}`,
    condition: lot.condition - need.minCondition > 3 ? t('operation.atMost', { operation: steps }) : steps,
    carbon: carbonOperation(t, n, pair),
    price: priceOperation(t, n, lot.unitPriceCents, need.budgetUnitCents),
  }
}

type Write = (value: number, decimals?: number) => string

function carbonOperation(t: Translate<Texts>, n: Write, { net }: PairScore): string {
  if (!net.ok) return t(net.reason === 'no-mass' ? 'operation.noMass' : 'operation.noFactor')
  if (net.netG <= 0) return t('operation.noGain')
  const operation = `ln(1 + ${n(net.netG / 1000)}) ÷ ln(${n(1 + FULL_CARBON_KG)})`
  return net.netG / 1000 > FULL_CARBON_KG ? t('operation.atMost', { operation }) : operation
}

function priceOperation(t: Translate<Texts>, n: Write, askCents: number, budgetCents: number | null): string {
  if (askCents <= 0) return t('operation.free')
  if (budgetCents === null) return t('operation.noBudget')
  if (askCents >= 2 * budgetCents) return '0'
  return `1 − ½ × ${n(askCents / 100, 5)} ÷ ${n(budgetCents / 100, 5)}`
}
