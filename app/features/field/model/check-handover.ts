import { isCountable, MAX_QUANTITY, MILLI, parseMilli } from '~/core/units'
import type { FieldReservation } from './field-facts'
import type { HandoverAnswers } from './field-handover'

export type HandoverFault =
  'counted' | 'whole' | 'items' | 'reason' | 'difference' | 'slip' | 'massKg' | 'signedName' | 'otherName'
export type HandoverFaults = Partial<Record<keyof HandoverAnswers, HandoverFault>>

/** What is missing of a handover counted on site, by field, in the order of the screen; the server judges it again. */
export function checkHandover(
  answers: HandoverAnswers,
  { quantityMilli, unit }: Pick<FieldReservation, 'quantityMilli' | 'unit'>,
): HandoverFaults {
  const faults: HandoverFaults = {}
  const counted = positiveMilli(answers.counted)
  if (counted === null) faults.counted = 'counted'
  else if (!isCountable(counted, unit)) faults.counted = 'whole'
  else if (unit === 'u' && answers.items.length * MILLI > counted) faults.counted = 'items'
  else if (counted !== quantityMilli) {
    if (answers.reason === '') faults.reason = 'reason'
    if (answers.difference.trim() === '') faults.difference = 'difference'
  }
  if (positiveMilli(answers.massKg) === null) faults.massKg = 'massKg'
  if (answers.isWeighed && answers.slipId === '') faults.slipId = 'slip'
  if (!isName(answers.signedName)) faults.signedName = 'signedName'
  const isPassedOver = answers.otherName.trim() !== '' || answers.otherDrawing !== ''
  if (isPassedOver && !isName(answers.otherName)) faults.otherName = 'otherName'
  return faults
}

/** The count that the ticked pieces make, as typed, while nobody typed another. */
export function countOfItems(
  items: readonly string[],
  typed: string,
  formerItems: readonly string[],
): string {
  const isTyped = typed !== '' && typed !== String(formerItems.length)
  return isTyped ? typed : items.length === 0 ? '' : String(items.length)
}

function isName(text: string): boolean {
  return text.trim().length >= 2
}

function positiveMilli(text: string): number | null {
  const milli = parseMilli(text)
  return milli !== null && milli > 0 && milli <= MAX_QUANTITY * MILLI ? milli : null
}
