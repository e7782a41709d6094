import type { ReactNode } from 'react'
import { massGOf } from '~/core/units'
import { materials } from '~/messages/materials'
import { attributes } from '~/messages/attributes'
import { matching } from '~/messages/matching'
import { Co2e } from '~/ui/co2e'
import { useFormat, useT } from '~/ui/i18n'
import { MeterList } from '~/ui/meter-bar'
import { RichText } from '~/ui/rich-text'
import type { PairView } from '../model/pair-view'
import type { ScorePartKey } from '../model/weights'
import { conditionKey } from '~/core/condition-key'

/** Why a pair scores what it does: one bar for each part, its points, and the reason in words. */
export function ReasonBars({ pair }: { pair: PairView }) {
  const t = useT(matching)
  const format = useFormat()
  const reasons = useReasons(pair)
  return (
    <MeterList
      meters={pair.parts.map(({ key, weight, value, points }) => ({
        key,
        label: t(`part.${key}`),
        value: key === 'carbon' && !pair.carbon.ok ? null : value,
        text: (
          <>
            <strong className="text-ink">
              {t('points', { points: format.number(points, 1), max: format.number(weight * 100, 1) })}
            </strong>
            {' · '}
            {reasons[key]}
          </>
        ),
      }))}
    />
  )
}

function useReasons(pair: PairView): Record<ScorePartKey, ReactNode> {
  const t = useT(matching)
  const tMaterials = useT(materials)
  const format = useFormat()
  const quantity = (milli: number) => {
    const massG = massGOf(milli, pair.unit)
    return massG === null ? format.quantity(milli, pair.unit) : format.mass(massG)
  }
  const wanted = quantity(pair.wantedMilli)
  const radius = pair.radiusKm
  const tAttribute = useT(attributes)
  const names = pair.toCheck.map((key) => tAttribute(`label.${key}`)).join(', ')
  const fit =
    pair.offered === pair.wanted
      ? t('reason.fitSame')
      : t('reason.fitNear', {
          offered: tMaterials(`type.${pair.offered}.name`),
          wanted: tMaterials(`type.${pair.wanted}.name`),
        })
  return {
    fit: pair.toCheck.length > 0 ? t('reason.toCheck', { fit, names: names.toLowerCase() }) : fit,
    distance:
      pair.straightKm < 0.1
        ? t('reason.samePlace', { radius })
        : t('reason.distance', {
            straight: format.km(pair.straightKm),
            road: format.km(pair.roadKm),
            radius,
          }),
    dates: t('reason.dates', { count: pair.overlapDays, wanted: pair.wantedDays }),
    cover:
      pair.coveredMilli >= pair.wantedMilli
        ? t('reason.coverAll', { wanted })
        : t('reason.coverPart', { covered: quantity(pair.coveredMilli), wanted }),
    condition: t('reason.condition', {
      offered: tMaterials(`condition.${conditionKey(pair.condition)}.name`),
      wanted: tMaterials(`condition.${conditionKey(pair.minCondition)}.name`),
    }),
    carbon: <CarbonReason carbon={pair.carbon} />,
    price: <PriceReason pair={pair} />,
  }
}

function CarbonReason({ carbon }: { carbon: PairView['carbon'] }) {
  const t = useT(matching)
  if (!carbon.ok) return t(carbon.reason === 'no-mass' ? 'reason.carbonNoMass' : 'reason.carbonNoFactor')
  if (carbon.netKg <= 0) return t('reason.carbonCost')
  return (
    <RichText
      text={t('reason.carbonSaved')}
      spans={{ net: () => <Co2e kg={carbon.netKg} />, transport: () => <Co2e kg={carbon.transportKg} /> }}
    />
  )
}

function PriceReason({ pair: { price, budget } }: { pair: PairView }) {
  const t = useT(matching)
  const format = useFormat()
  if (price.unitCents === 0) return t('reason.priceFree')
  const ask = { ask: format.euros(price.unitCents), unit: format.unit(price.unit) }
  if (!budget) return t('reason.priceNoBudget', ask)
  return t('reason.priceBudget', {
    ...ask,
    budget: format.euros(budget.unitCents),
    budgetUnit: format.unit(budget.unit),
  })
}
