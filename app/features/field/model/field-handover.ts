import type { FieldCause } from './field-draft'

/** What is answered of a handover on site; figures as typed. */
export type HandoverAnswers = {
  counted: string
  /** One of `DIFFERENCE_REASONS`; empty when the count is what was reserved. */
  reason: string
  difference: string
  /** Codes of the labelled pieces ticked one by one. */
  items: readonly string[]
  isWeighed: boolean
  massKg: string
  slipNumber: string
  /** The id of the kept picture of the weighing slip; empty without one. */
  slipId: string
  signedName: string
  /** The `d` of an SVG path; empty where the name is typed alone. */
  drawing: string
  /** The other side's, where the phone was passed over; empty when they sign on their own. */
  otherName: string
  otherDrawing: string
  /** What the giver says of the sorting. */
  legalStatus: string
  sortingOperator: string
  sortedOn: string
  sortingEvidence: string
}

/** A handover that is counted, then signed, on this device. */
export type FieldHandover = HandoverAnswers & {
  /** The id of the check on the server. */
  id: string
  ownerUserId: string
  ownerName: string
  reservationId: string
  /** What it is called in the list: the lot's reference and title. */
  label: string
  countedAtMs: number
  state: 'writing' | 'ready' | 'sent'
  cause: FieldCause | null
  faults: Readonly<Record<string, readonly string[]>>
  attempts: number
  retryAtMs: number
  readyAtMs: number
}

/** The answers of a handover nobody has touched. */
export function blankAnswers(proposed: {
  massKg: string
  signedName: string
  operator: string
}): HandoverAnswers {
  return {
    ...{ counted: '', reason: '', difference: '', items: [], isWeighed: false, massKg: proposed.massKg },
    ...{ slipNumber: '', slipId: '', signedName: proposed.signedName, drawing: '' },
    ...{ otherName: '', otherDrawing: '', legalStatus: proposed.operator === '' ? '' : 'reuse' },
    ...{ sortingOperator: proposed.operator, sortedOn: '', sortingEvidence: '' },
  }
}

/** The answers alone of a kept handover; what an older version of this page kept lacks the newer ones. */
export function answersOf(kept: Partial<HandoverAnswers>): HandoverAnswers {
  const { massKg = '', signedName = '', sortingOperator = '' } = kept
  const blank = blankAnswers({ massKg, signedName, operator: sortingOperator })
  const { counted, reason, difference, items, isWeighed, slipNumber, slipId } = { ...blank, ...kept }
  const { drawing, otherName, otherDrawing, legalStatus, sortedOn, sortingEvidence } = { ...blank, ...kept }
  const check = { counted, reason, difference, items, isWeighed, massKg, slipNumber, slipId }
  return {
    ...check,
    ...{ signedName, drawing, otherName, otherDrawing },
    ...{ legalStatus, sortingOperator, sortedOn, sortingEvidence },
  }
}

const TEXTS = [
  ...(['counted', 'reason', 'difference', 'massKg', 'signedName', 'drawing', 'otherName'] as const),
  ...(['otherDrawing', 'legalStatus', 'sortingOperator', 'sortedOn', 'sortingEvidence'] as const),
] as const

/**
 * What is sent of a handover beside its slip's picture; empty answers are left out. `sentAtMs` is the instant of this
 * sending by the device's clock, which the server holds against its own.
 */
export function handoverFields(handover: FieldHandover, sentAtMs: number): [string, string][] {
  const { id, reservationId, ownerUserId, countedAtMs } = handover
  const answers = answersOf(handover)
  const { isWeighed, slipId, slipNumber, items } = answers
  const texts = TEXTS.map((name): [string, string] => [name, answers[name]])
  const slip: [string, string][] = [
    ['slipId', slipId],
    ['slipNumber', slipNumber],
  ]
  const given = [...texts, ...(isWeighed ? slip : [])].filter(([, value]) => value !== '')
  return [
    ['id', id],
    ['reservationId', reservationId],
    ...given,
    ...items.map((code): [string, string] => ['items', code]),
    ['countedAtMs', String(countedAtMs)],
    ['sentAtMs', String(sentAtMs)],
    ['compte', ownerUserId],
  ]
}
