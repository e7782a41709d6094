import { dayNumber } from '~/core/days'
import { cosOfLat, EARTH_RADIUS_KM, ROAD_DETOUR } from '~/core/geo-point'
import { MATERIAL_TYPES } from '~/core/material-types'
import { FACTOR_SET } from '~/features/carbon/model/factors'
import { leastKgPerKm, TRUCK_CLASSES } from '~/features/carbon/model/transport'
import { coveredMassG, type MatchLot, type MatchNeed } from '~/features/matching/model/score'
import { centiPoints, fitValue } from '~/features/matching/model/score-parts'
import { listServed, materialFit } from '~/features/matching/model/substitutions'
import { SHIPPED_WEIGHTS } from '~/features/matching/model/weights'
import { BENCH_DAY, unitOf } from './synthetic'

/** Columns of a need as both SQL engines hold it, in the order of `rowOf`. */
export const COLUMNS = [
  'id',
  'material',
  'f',
  'u',
  'minc',
  'lat',
  'lon',
  'coslat',
  'radius',
  'qty',
  'budget',
] as const

export function rowOf(need: MatchNeed): (number | null)[] {
  return [
    Number(need.id),
    MATERIAL_TYPES.indexOf(need.material),
    dayNumber(need.window.from),
    dayNumber(need.window.until),
    need.minCondition,
    need.point.lat,
    need.point.lon,
    cosOfLat(need.point.lat),
    need.radiusKm,
    need.quantityMilli,
    need.budgetUnitCents,
  ]
}

/** Most materials that one serves, itself among them. */
const GROUPS = 4
const NONE = -1

/**
 * What a lot is to a query. Whatever does not depend on the need is worked out once; materials counted in another unit
 * never match, and are left out here.
 */
export function parametersOf(lot: MatchLot): Record<string, number> {
  const served = listServed(lot.material).filter((wanted) => unitOf(wanted) === lot.unit)
  const factor = FACTOR_SET.factors[lot.material]
  const whole = coveredMassG(lot.unit, lot.quantityMilli, lot.massGPerUnit) ?? 0
  const groups = Array.from({ length: GROUPS }, (_, at) => {
    const wanted = served[at]
    const substitution = wanted ? materialFit(lot.material, wanted) : 0
    const fit = centiPoints(SHIPPED_WEIGHTS.of.fit, fitValue(substitution, 0))
    return {
      [`m${at}`]: wanted ? MATERIAL_TYPES.indexOf(wanted) : NONE,
      [`fit${at}`]: fit,
      [`sub${at}`]: substitution,
    }
  })
  const own: Record<string, number> = {
    from: dayNumber(lot.window.from),
    until: dayNumber(lot.window.until),
    today: dayNumber(BENCH_DAY),
    cond: lot.condition,
    lat: lot.point.lat,
    lon: lot.point.lon,
    coslat: cosOfLat(lot.point.lat),
    qty: lot.quantityMilli,
    ask: lot.unitPriceCents,
    /** Grams of a thousandth of the unit. */
    mass: whole / lot.quantityMilli,
    factor: whole > 0 ? (factor?.kgCO2ePerKg ?? 0) : 0,
    recond: whole > 0 ? (factor?.reconditioningKgCO2ePerKg ?? 0) : 0,
    rate: leastKgPerKm(whole),
  }
  for (const group of groups) Object.assign(own, group)
  return own
}

export type Dialect = {
  /** A parameter, by its name. */
  p: (name: string) => string
  least: string
  greatest: string
  table: string
  /** Keeps a subquery from being worked out again for each use of its columns. */
  fence: string
  /** Conditions by which an index finds candidates. */
  where: string
}

/** The house's formula over the needs that the filters leave, ten best, with the parts rounded one by one. */
export function scoreSql({ p, least, greatest, fence, table, where }: Dialect): string {
  const w = SHIPPED_WEIGHTS.of
  const part = (weight: number, value: string) => `round(${10_000 * weight} * (${value}))`
  const groups = Array.from(
    { length: GROUPS },
    (_, at) => `(${p(`m${at}`)}, ${p(`fit${at}`)}, ${p(`sub${at}`)})`,
  )
  const rad = Math.PI / 180
  const haversine = `(1 - cos((n.lat - ${p('lat')}) * ${rad})) / 2 + ${p('coslat')} * n.coslat * (1 - cos((n.lon - ${p('lon')}) * ${rad})) / 2`
  const trucks = Object.values(TRUCK_CLASSES).map(({ emptyKgPerKm, fullKgPerKm, payloadG }) => {
    return `${2 * emptyKgPerKm} * ceil(mass / ${payloadG}.0) + ${(fullKgPerKm - emptyKgPerKm) / payloadG} * mass`
  })
  const rate = `case when qty >= ${p('qty')} then ${p('rate')} else ${least}(${trucks.join(', ')}) end`
  const net = `(sub * ${p('factor')} - ${p('recond')}) * mass - 1000 * ${greatest}(1.0, ${ROAD_DETOUR.mean} * km) * (${rate})`
  const carbon = `case when ${p('factor')} > 0 then ${least}(1.0, ln(1 + ${greatest}(0.0, ${net}) / 1000) / ${Math.log1p(20_000)}) else 0 end`
  const price = `case when ${p('ask')} <= 0 then 1.0 when budget is null then 0.5 when budget > 0 then ${greatest}(0.0, 1 - ${p('ask')} / (2.0 * budget)) else 0 end`
  return `
    with g(material, fit, sub) as (values ${groups.join(', ')})
    select id, fit
      + ${part(w.distance, `case when radius > 0 then 1 - km / radius else 1 end`)}
      + ${part(w.dates, `cast(${least}(u, ${p('until')}) - ${greatest}(f, ${p('from')}, ${p('today')}) as double precision) / (u - ${greatest}(f, ${p('today')}))`)}
      + ${part(w.cover, `${least}(1.0, ${p('qty')} / qty)`)}
      + ${part(w.condition, `${least}(1.0, cast(1 + ${p('cond')} - minc as double precision) / 4)`)}
      + ${part(w.carbon, carbon)}
      + ${part(w.price, price)} as score
    from (
      select n.id, n.f, n.u, n.minc, n.radius, n.qty, n.budget, g.fit, g.sub,
        ${p('mass')} * ${least}(n.qty, ${p('qty')}) as mass,
        ${2 * EARTH_RADIUS_KM} * asin(${least}(1.0, sqrt(${haversine}))) as km
      from g join ${table} n on n.material = g.material
      where n.u > ${p('from')} and n.u > ${p('today')} and n.f < ${p('until')} and n.minc <= ${p('cond')}
        and abs(n.lat - ${p('lat')}) * 111.1 <= n.radius and ${where}
      ${fence}
    ) c
    where km <= radius and ${p('until')} > ${p('today')}
    order by score desc, id limit 10`
}
