/** The steps of a reservation that are told, by the topic of their message. */
export const RESERVATION_STEPS = [
  'reservation.requested',
  'reservation.accepted',
  'reservation.refused',
  'reservation.cancelled',
  'reservation.expired',
  'reservation.collected',
  'reservation.reinstalled',
  'reservation.pickup-proposed',
  'reservation.pickup-agreed',
  'reservation.slots-offered',
  'reservation.disputed',
  'reservation.settlement-proposed',
  'reservation.settled',
  'reservation.message',
  'reservation.lot-changed',
] as const
export type ReservationStep = (typeof RESERVATION_STEPS)[number]

/** What becomes of a place in the line of a lot, by the topic of its message. */
export const WAITING_NEWS = ['waiting.offered', 'waiting.lapsed', 'waiting.closed'] as const
export type WaitingNews = (typeof WAITING_NEWS)[number]

/** What becomes of the correction of a handover, by the topic of its message. */
export const CORRECTION_NEWS = [
  'ledger.correction-asked',
  'ledger.corrected',
  'ledger.correction-declined',
  'ledger.correction-withdrawn',
] as const
export type CorrectionNews = (typeof CORRECTION_NEWS)[number]

/** What the communes' programme tells: of dossiers, workshops, fiches of the library and the club. */
export const PROGRAMME_NEWS = [
  'programme.received',
  'programme.review',
  'programme.admit',
  'programme.postpone',
  'programme.decline',
  'programme.reported',
  'programme.workshop-tomorrow',
  'programme.workshop-moved',
  'programme.workshop-cancelled',
  'programme.fiche-publish',
  'programme.fiche-refuse',
  'programme.fiche-hide',
  'programme.answered',
] as const
export type ProgrammeNews = (typeof PROGRAMME_NEWS)[number]

/** What is called to mind, once each, without anything having happened. */
export const REMINDERS = [
  'reminder.request',
  'reminder.pickup',
  'reminder.sign',
  'reminder.reinstall',
  'reminder.lot',
  'reminder.need',
  'reminder.pair',
] as const
export type Reminder = (typeof REMINDERS)[number]

export type NotificationKind =
  | ReservationStep
  | WaitingNews
  | CorrectionNews
  | ProgrammeNews
  | Reminder
  | 'match.lot'
  | 'match.need'
  | 'match.contact'

/** What a person decides on in one go: whether e-mails of these kinds come. */
export const PREFERENCES = [
  'reservation',
  'pickup',
  'match-lot',
  'match-need',
  'reminder',
  'programme',
] as const
export type Preference = (typeof PREFERENCES)[number]

/** When an e-mail comes: at once, in the summary of the day, in that of the week, or never. */
export const PACES = ['immediate', 'daily', 'weekly', 'off'] as const
export type Pace = (typeof PACES)[number]
export type Paces = Record<Preference, Pace>

/** Kinds that a machine finds by the dozen: a person gets a few of their e-mails a day at once, the others in a summary. */
export const CAPPED_KINDS: readonly NotificationKind[] = ['match.lot', 'match.need', 'reminder.pair']
/** Their e-mails to one person in a day of Paris. */
export const CAPPED_MAILS_A_DAY = 5
/** The preferences that those kinds follow alone; reminders of other things are few. */
export const CAPPED_PREFERENCES = ['match-lot', 'match-need'] as const satisfies readonly Preference[]

/** The preference that decides on the e-mail of a kind. */
export function preferenceOf(kind: NotificationKind): Preference {
  if (kind.startsWith('reminder.')) return 'reminder'
  if (kind.startsWith('programme.')) return 'programme'
  if (kind === 'match.lot') return 'match-lot'
  if (kind === 'match.need') return 'match-need'
  if (kind === 'reservation.slots-offered') return 'pickup'
  return kind.startsWith('reservation.pickup-') ? 'pickup' : 'reservation'
}

/**
 * Which side of a handover hears of its correction: the other one of what is asked or taken back, both of what was
 * decided. What the team asks is decided at once.
 */
export function sidesOfCorrection(
  news: CorrectionNews,
  askedBy: 'giver' | 'taker' | 'team',
): ('giver' | 'taker')[] {
  if (news === 'ledger.corrected' || news === 'ledger.correction-declined') return ['giver', 'taker']
  return askedBy === 'giver' ? ['taker'] : ['giver']
}

/** Which side hears of a step: the one who did not do it, or both. */
export function sidesToTell(
  step: ReservationStep,
  actorSide: 'giver' | 'taker' | null,
): ('giver' | 'taker')[] {
  if (step === 'reservation.requested') return ['giver']
  if (step === 'reservation.lot-changed') return ['taker']
  if (step === 'reservation.expired' || step === 'reservation.collected') return ['giver', 'taker']
  if (actorSide === null) return ['giver', 'taker']
  return actorSide === 'giver' ? ['taker'] : ['giver']
}
