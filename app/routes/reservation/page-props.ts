import type { IsoDay } from '~/core/days'
import type { TruckName } from '~/core/ledger-terms'
import type { PaperAddress } from '~/features/labels/paper-address.server'
import type { PhotoView } from '~/features/photos/model/photo-view'
import type { CountSummary } from '~/features/reservations/model/counts'
import type { DisputeView } from '~/features/reservations/model/dispute'
import type { Done } from '~/features/reservations/model/done'
import type { ReservationAction, Side } from '~/features/reservations/model/machine'
import type { PickupDays, Slot } from '~/features/reservations/model/pickup'
import type {
  HandoverView,
  PickupPlace,
  ReservationView,
  TimelineEntry,
} from '~/features/reservations/model/reservation-view'
import type { PaperKind } from '~/features/reservations/model/paper-facts'
import type { FormResult } from '~/features/reservations/ui/decision-forms'
import type { AnswerPanel } from '~/http/answer-grounds.server'
import type { EffectProps } from './handover-effect'

/** What the page of a reservation shows, for one of its readers. */
export type PageProps = EffectProps & {
  view: ReservationView
  side: Side | null
  handover: HandoverView
  timeline: TimelineEntry[]
  place: PickupPlace | null
  days: PickupDays
  /** How much the two sides wrote to each other; null for anyone else. */
  thread: { count: number; unread: number } | null
  /** The half-days that the giver lets the taker choose from. */
  offers: Slot[]
  /** A slot that both had agreed on and that no longer stands. */
  withdrawn: Slot | null
  photo: PhotoView | null
  haul: { truck: TruckName; emptyReturnPct: number } | null
  expectedMassG: number | null
  /** Whether the reader may open the lot. */
  isLotReadable: boolean
  /** Whether the pieces of the lot have labels to be scanned. */
  hasLabels: boolean
  /** What each side counted at the collection. */
  counts: CountSummary
  actions: ReservationAction[]
  dispute: DisputeView | null
  /** Whether the reader settles disputes for the Métropole. */
  mayArbitrate: boolean
  /** Whether the agreed day has gone by with nothing signed, for one of the sides. */
  isOverdue: boolean
  /** Made for the forms of this page: what is counted, and the dispute that one opens. */
  ids: { check: string; dispute: string }
  /** The documents of a signed handover. */
  papers: { number: string; kind: PaperKind }[]
  today: IsoDay
  answer: AnswerPanel
  canPublish: boolean
  paper: PaperAddress
  done: Done | null
  lastResult: FormResult
}
