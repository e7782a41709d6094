import type { NetRange } from '~/features/accounting/model/indicators'
import { tellingOf } from '~/features/accounting/model/told-account'
import type { Headlines, Told } from './board'
import type { Buckets } from './board-period'
import type { FamilySteps } from './family-steps'
import { sumSpark } from './spark'

/** What a perimeter handed over in a step, as far as headlines need it; net emissions in grams CO2e. */
type Handed = {
  day: string
  massG: number
  count: number
  claims: number
  netG: number
  lowG: number
  highG: number
}
type Taken = { day: string; massG: number; count: number }

export type HeadlineSums = {
  rate: Headlines['rate']
  handed: readonly Handed[]
  incoming: readonly Taken[]
  months: FamilySteps
  buckets: Buckets
  /** Withheld handovers that totals of whole years count all the same; nothing for most. */
  pooled: {
    handovers: { massG: number; count: number }
    claims: Pick<NetRange, 'netG' | 'lowG' | 'highG'> & { count: number }
  }
  /** Which figures leave handovers out. */
  isPartial: { handed: boolean; claims: boolean; incoming: boolean }
}

/** The four figures on top. */
export function headlinesOf({
  rate,
  handed,
  incoming,
  months,
  buckets,
  pooled,
  isPartial,
}: HeadlineSums): Headlines {
  const total = totalOf([...handed, pooled.handovers])
  const spark = <Row extends { day: string }>(rows: readonly Row[], valueOf: (row: Row) => number) =>
    sumSpark(
      rows.map((row) => ({ day: row.day, value: valueOf(row) })),
      buckets,
    )
  const claims = handed.reduce((sum, row) => sum + row.claims, pooled.claims.count)
  return {
    rate,
    handedOver: { ...told(total, isPartial.handed), spark: months.steps.map(({ totalG }) => totalG) },
    carbon: {
      range: claims === 0 ? null : rangeOf([...handed, pooled.claims]),
      isWithheld: claims === 0 && isPartial.claims,
      isPartial: isPartial.claims,
      claims,
      total: total.count,
      spark: spark(handed, ({ netG }) => netG),
    },
    incoming: {
      ...told(totalOf(incoming), isPartial.incoming),
      spark: spark(incoming, ({ massG }) => massG),
    },
  }
}

/** A figure as it is told once the withheld is out of it. */
export function told({ massG, count }: { massG: number; count: number }, isPartial: boolean): Told {
  return tellingOf(massG, isPartial) === 'few'
    ? { massG: null, count: null, isPartial }
    : { massG, count, isPartial }
}

/** Masses and counts added up. */
export function totalOf(rows: readonly { massG: number; count: number }[]) {
  return {
    massG: rows.reduce((sum, { massG }) => sum + massG, 0),
    count: rows.reduce((sum, { count }) => sum + count, 0),
  }
}

/** Each handover's own range, as the ledger keeps it: its factors and its haul are those of its day. */
function rangeOf(rows: readonly Pick<NetRange, 'netG' | 'lowG' | 'highG'>[]) {
  const sumOf = (key: 'netG' | 'lowG' | 'highG') => rows.reduce((sum, row) => sum + row[key], 0)
  return { netG: sumOf('netG'), lowG: sumOf('lowG'), highG: sumOf('highG') }
}
