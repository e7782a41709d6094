import type { Formatter } from '~/core/format'
import type { MessagesOf, Translate } from '~/messages/catalogue'
import type { board } from '~/messages/board'
import type { BoardPeriod } from '../model/board-period'
import type { FlowNode } from '../model/flows'
import type { FamilySteps } from '../model/family-steps'
import type { Measure } from '../model/peers'
import type { Perimeter } from '../model/perimeter'

export type BoardT = Translate<MessagesOf<typeof board>>

/** «en 2026», «au 2e trimestre 2026», «du 3 février au 15 avril 2026». */
export function whenOf({ kind, year, quarter, interval }: BoardPeriod, t: BoardT, format: Formatter): string {
  if (kind === 'free') return format.dayRange(interval)
  const written = { year: String(year) }
  if (quarter === 1) return t('period.quarter_1', written)
  if (quarter === 2) return t('period.quarter_2', written)
  if (quarter === 3) return t('period.quarter_3', written)
  if (quarter === 4) return t('period.quarter_4', written)
  return t('period.year', written)
}

/** What a sentence of a board names: the place and the period. */
export function placeAndTime(
  { perimeter, period }: { perimeter: Perimeter; period: BoardPeriod },
  t: BoardT,
  format: Formatter,
): { place: string; when: string } {
  return { place: perimeter.name, when: whenOf(period, t, format) }
}

/** A place of the ring by its name, groups by their words: what lies outside a territory is «elsewhere». */
export function flowNodeName(node: FlowNode, { kind }: Perimeter, t: BoardT): string {
  if (node.name !== null) return node.name
  if (node.key === 'unknown') return t('flows.unknown')
  return kind === 'commune' ? t('flows.others') : t('flows.outside')
}

/** A compared value with its unit; that for inhabitants is grams each, which is kilograms for a thousand. */
export function measureText(measure: Measure, value: number, format: Formatter): string {
  if (measure === 'rate') return format.percent(value)
  return format.mass(measure === 'perSite' ? value : value * 1000)
}

/** A step of the period as a table names it, and as an axis does. */
export function stepLabels(start: string, { unit }: FamilySteps, t: BoardT, format: Formatter) {
  if (unit === 'week') return { long: `${t('week')} ${format.dayLong(start)}`, short: format.dayShort(start) }
  return { long: format.monthLong(start), short: format.monthShort(start) }
}
