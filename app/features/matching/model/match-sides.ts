import type { IsoDay } from '~/core/days'
import type { GeoPoint } from '~/core/geo-point'
import type { Unit } from '~/core/units'
import type { LotView } from '~/features/lots/model/lot'
import type { NeedView } from '~/features/needs/model/need'
import type { Condition, MatchLot, MatchNeed } from './score'

/** What the score reads of a lot. */
type LotSide = Pick<
  LotView,
  | 'id'
  | 'material'
  | 'unit'
  | 'availableFrom'
  | 'availableUntil'
  | 'quantityMilli'
  | 'availableMilli'
  | 'condition'
  | 'unitPriceCents'
  | 'massG'
  | 'attributes'
>

/** A lot as the score sees it, at its commune's public point; tonnes become kilograms so that both sides compare. */
export function matchLotOf(lot: LotSide, point: GeoPoint): MatchLot {
  const scale = scaleOf(lot.unit)
  return {
    id: lot.id,
    material: lot.material,
    unit: scale.unit,
    point,
    window: { from: lot.availableFrom, until: lot.availableUntil },
    quantityMilli: lot.availableMilli * scale.factor,
    condition: conditionOf(lot.condition),
    unitPriceCents: lot.unitPriceCents / scale.factor,
    massGPerUnit: lot.massG === null ? null : (lot.massG * 1000) / (lot.quantityMilli * scale.factor),
    attributes: lot.attributes,
  }
}

/** What the score reads of a need. */
type NeedSide = Pick<
  NeedView,
  | 'id'
  | 'material'
  | 'unit'
  | 'openMilli'
  | 'neededFrom'
  | 'neededUntil'
  | 'radiusKm'
  | 'minCondition'
  | 'budgetUnitCents'
  | 'attributes'
>

/** A need as the score sees it, at its commune's public point. */
export function matchNeedOf(need: NeedSide, point: GeoPoint): MatchNeed {
  const scale = scaleOf(need.unit)
  return {
    id: need.id,
    material: need.material,
    unit: scale.unit,
    point,
    window: { from: need.neededFrom, until: need.neededUntil },
    quantityMilli: need.openMilli * scale.factor,
    radiusKm: need.radiusKm,
    minCondition: conditionOf(need.minCondition),
    budgetUnitCents: need.budgetUnitCents === null ? null : need.budgetUnitCents / scale.factor,
    wanted: need.attributes,
  }
}

/** A need from a day on: days gone by are no longer days in common. */
export function fromDayOn(need: MatchNeed, day: IsoDay): MatchNeed {
  return need.window.from < day ? { ...need, window: { from: day, until: need.window.until } } : need
}

/** A quantity in the unit in which both sides of a pair compare. */
export function commonMilli(milli: number, unit: Unit): number {
  return milli * scaleOf(unit).factor
}

function scaleOf(unit: Unit): { unit: Unit; factor: number } {
  return unit === 't' ? { unit: 'kg', factor: 1000 } : { unit, factor: 1 }
}

function conditionOf(value: number): Condition {
  return Math.min(5, Math.max(1, Math.round(value))) as Condition
}
