import { isoDayOf, type IsoDay } from '~/core/days'

export const DOSSIER_STATES = [
  'draft',
  'submitted',
  'postponed',
  'admitted',
  'running',
  'reported',
  'scaled',
  'declined',
  'withdrawn',
] as const
export type DossierState = (typeof DOSSIER_STATES)[number]

/** What a commune writes. Texts are empty, and figures null, while a draft does not say them. */
export type DossierAnswers = {
  aim: string
  sites: string
  referent: string
  referentEmail: string
  /** The elected member who carries it. */
  elected: string
  /** `YYYY-MM`. */
  startMonth: string | null
  months: number | null
  askedCents: number | null
  targetMassG: number | null
  targetRatePercent: number | null
  targetSurveys: number | null
  otherTarget: string
}

/** A dossier as those who may read it see it. */
export type Dossier = DossierAnswers & {
  id: string
  organisationId: string
  communeCode: string
  communeName: string
  state: DossierState
  criteriaVersion: number | null
  submittedAtMs: number | null
  decisionReason: string
  decidedAtMs: number | null
  grantedCents: number | null
  startedOn: IsoDay | null
  /** The day after the last one. */
  endsOn: IsoDay | null
  scaling: string
  createdAtMs: number
  updatedAtMs: number
}

export const DOSSIER_ACTS = [
  'submit',
  'withdraw',
  'admit',
  'decline',
  'postpone',
  'start',
  'report',
  'scale',
] as const
export type DossierAct = (typeof DOSSIER_ACTS)[number]

/** From which states an act leads, and where to. A commune may give up until its experiment runs. */
const ACTS: Record<DossierAct, { from: readonly DossierState[]; to: DossierState }> = {
  submit: { from: ['draft', 'postponed'], to: 'submitted' },
  withdraw: { from: ['draft', 'submitted', 'postponed', 'admitted'], to: 'withdrawn' },
  admit: { from: ['submitted', 'postponed'], to: 'admitted' },
  decline: { from: ['submitted', 'postponed'], to: 'declined' },
  postpone: { from: ['submitted'], to: 'postponed' },
  start: { from: ['admitted'], to: 'running' },
  report: { from: ['running'], to: 'reported' },
  scale: { from: ['reported'], to: 'scaled' },
}

/** The decisions that a person of the Métropole takes on a dossier. */
export const DECISIONS = ['admit', 'postpone', 'decline'] as const satisfies readonly DossierAct[]
export type Decision = (typeof DECISIONS)[number]

/** The state that an act leads to, or null where the state does not allow it. */
export function stateAfter(state: DossierState, act: DossierAct): DossierState | null {
  return ACTS[act].from.includes(state) ? ACTS[act].to : null
}

/** The acts that a state allows. */
export function actsFrom(state: DossierState): DossierAct[] {
  return DOSSIER_ACTS.filter((act) => stateAfter(state, act) !== null)
}

/** Whether the commune may change its answers: before it submits, and after «later». */
export function isOpenToCommune(state: DossierState): boolean {
  return stateAfter(state, 'submit') !== null
}

/** Whether a commune has left this dossier and may begin another. */
export function isOver(state: DossierState): boolean {
  return state === 'withdrawn' || state === 'declined'
}

/** Whether the commune is in the track: named on the public page. */
export function isIn(state: DossierState): boolean {
  return ['admitted', 'running', 'reported', 'scaled'].includes(state)
}

/** Whether reviewers score it. */
export function isUnderReview(state: DossierState): boolean {
  return state === 'submitted' || state === 'postponed'
}

export type Missing = keyof DossierAnswers | 'targets'

/** What a dossier must still say before it can be submitted, in the order of the form. */
export function missingIn(answers: DossierAnswers): Missing[] {
  const said: readonly (keyof DossierAnswers)[] = [
    'aim',
    'sites',
    'referent',
    'referentEmail',
    'elected',
    'startMonth',
    'months',
    'askedCents',
  ]
  const missing: Missing[] = said.filter((field) => answers[field] === null || answers[field] === '')
  const { targetMassG, targetRatePercent, targetSurveys, otherTarget } = answers
  const hasTarget =
    targetMassG !== null || targetRatePercent !== null || targetSurveys !== null || otherTarget !== ''
  return hasTarget ? missing : [...missing, 'targets']
}

/** The first day of a month so many months after another day's month. */
export function monthsAfter(day: IsoDay, months: number): IsoDay {
  const whole = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, '0')}-01`
}

/** When an experiment that starts on a day ends, the day after its last: the same date some months later. */
export function endOfExperiment(startedOn: IsoDay, months: number): IsoDay {
  const first = monthsAfter(startedOn, months)
  const date = Number(startedOn.slice(8, 10))
  const last = new Date(Date.parse(`${monthsAfter(first, 1)}T12:00:00Z`) - 86_400_000)
  const longest = Number(isoDayOf(last.getTime()).slice(8, 10))
  return `${first.slice(0, 8)}${String(Math.min(date, longest)).padStart(2, '0')}`
}
