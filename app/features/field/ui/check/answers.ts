import type { FieldReservation } from '../../model/field-facts'
import type { HandoverAnswers } from '../../model/field-handover'

/** What each part of the screen shows and changes. */
export type CheckProps = {
  reservation: FieldReservation
  answers: HandoverAnswers
  faultOf: (name: keyof HandoverAnswers) => string | null
  onAnswer: (change: Partial<HandoverAnswers>) => void
}

export type Typed = { currentTarget: { value: string } }
