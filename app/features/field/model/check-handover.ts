import { isCountable, MAX_QUANTITY, MILLI, parseMilli } from '~/core/units'
import type { FieldReservation } from './field-facts'

export type HandoverAnswers = { counted: string; difference: string; massKg: string; signedName: string }
export type HandoverFault = 'counted' | 'whole' | 'difference' | 'massKg' | 'signedName'
export type HandoverFaults = Partial<Record<keyof HandoverAnswers, HandoverFault>>

/** What is missing of a handover counted on site, by field; the server judges it again. */
export function checkHandover(
  answers: HandoverAnswers,
  { quantityMilli, unit }: Pick<FieldReservation, 'quantityMilli' | 'unit'>,
): HandoverFaults {
  const faults: HandoverFaults = {}
  const counted = positiveMilli(answers.counted)
  if (counted === null) faults.counted = 'counted'
  else if (!isCountable(counted, unit)) faults.counted = 'whole'
  else if (counted !== quantityMilli && answers.difference.trim() === '') faults.difference = 'difference'
  if (positiveMilli(answers.massKg) === null) faults.massKg = 'massKg'
  if (answers.signedName.trim().length < 2) faults.signedName = 'signedName'
  return faults
}

function positiveMilli(text: string): number | null {
  const milli = parseMilli(text)
  return milli !== null && milli > 0 && milli <= MAX_QUANTITY * MILLI ? milli : null
}
