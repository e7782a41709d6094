import type { Translate } from '~/messages/catalogue'
import type { notifications } from '~/messages/notifications'
import type { NotificationKind, Preference } from '../model/kinds'

type Texts = typeof notifications extends { messages: { fr: infer M } } ? M : never

const KEYS = {
  'reservation.requested': 'kind.requested',
  'reservation.accepted': 'kind.accepted',
  'reservation.refused': 'kind.refused',
  'reservation.cancelled': 'kind.cancelled',
  'reservation.expired': 'kind.expired',
  'reservation.collected': 'kind.collected',
  'reservation.reinstalled': 'kind.reinstalled',
  'reservation.pickup-proposed': 'kind.pickupProposed',
  'reservation.pickup-agreed': 'kind.pickupAgreed',
  'reservation.slots-offered': 'kind.slotsOffered',
  'reservation.disputed': 'kind.disputed',
  'reservation.settlement-proposed': 'kind.settlementProposed',
  'reservation.settled': 'kind.settled',
  'reservation.message': 'kind.message',
  'reservation.lot-changed': 'kind.lotChanged',
  'waiting.offered': 'kind.waitingOffered',
  'waiting.lapsed': 'kind.waitingLapsed',
  'waiting.closed': 'kind.waitingClosed',
  'ledger.correction-asked': 'kind.correctionAsked',
  'ledger.corrected': 'kind.corrected',
  'ledger.correction-declined': 'kind.correctionDeclined',
  'ledger.correction-withdrawn': 'kind.correctionWithdrawn',
  'programme.received': 'kind.dossierReceived',
  'programme.review': 'kind.dossierReview',
  'programme.admit': 'kind.dossierAdmit',
  'programme.postpone': 'kind.dossierPostpone',
  'programme.decline': 'kind.dossierDecline',
  'programme.reported': 'kind.dossierReported',
  'programme.workshop-tomorrow': 'kind.workshopTomorrow',
  'programme.workshop-moved': 'kind.workshopMoved',
  'programme.workshop-cancelled': 'kind.workshopCancelled',
  'programme.fiche-publish': 'kind.fichePublish',
  'programme.fiche-refuse': 'kind.ficheRefuse',
  'programme.fiche-hide': 'kind.ficheHide',
  'programme.answered': 'kind.clubAnswered',
  'reminder.request': 'kind.reminderRequest',
  'reminder.pickup': 'kind.reminderPickup',
  'reminder.sign': 'kind.reminderSign',
  'reminder.reinstall': 'kind.reminderReinstall',
  'reminder.lot': 'kind.reminderLot',
  'reminder.need': 'kind.reminderNeed',
  'reminder.pair': 'kind.reminderPair',
  'match.lot': 'kind.matchLot',
  'match.need': 'kind.matchNeed',
  'match.contact': 'kind.matchContact',
} as const satisfies Record<NotificationKind, string>

/** The key of each preference in the catalogue. */
export const PREFERENCE_TEXTS = {
  reservation: 'reservation',
  pickup: 'pickup',
  'match-lot': 'matchLot',
  'match-need': 'matchNeed',
  reminder: 'reminder',
  programme: 'programme',
} as const satisfies Record<Preference, string>

/** What a notification says; its stored facts fill the sentence of its kind. */
export function sentenceOf(
  t: Translate<Texts>,
  { kind, params }: { kind: NotificationKind; params: Record<string, string | number> },
): string {
  const fill = t as unknown as (key: string, params: Record<string, string | number>) => string
  return fill(KEYS[kind], params)
}
