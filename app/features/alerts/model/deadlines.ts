import { addDays, isoDayOf, type IsoDay } from '~/core/days'
import type { DayPart } from '~/core/lot-terms'
import { paths } from '~/core/paths'
import { isDue } from '~/core/reservation-status'
import { lotStateOf } from '~/features/lots/model/lot-state'
import type { LotView } from '~/features/lots/model/lot'
import type { NeedView } from '~/features/needs/model/need'
import { needStateOf } from '~/features/needs/model/need-state'
import type { ReservationView } from '~/features/reservations/model/reservation-view'

/** What ends or happens on a day: a pickup agreed, a collection to agree, an answer to give, a lot that leaves, a need. */
export const DEADLINE_KINDS = ['pickup', 'collect', 'answer', 'lot', 'need'] as const
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

export type Deadline = {
  /** Of the event in calendars: the same for the same thing, whenever it is. */
  id: string
  kind: DeadlineKind
  /** The day itself, or the last one on which it can be done. */
  on: IsoDay
  part: DayPart | null
  /** The lot's or the need's title. */
  title: string
  commune: string
  /** The other side of a reservation. */
  who: string | null
  path: string
  changedAtMs: number
}

/** The dates of an organisation from a day on, the soonest first. */
export function deadlinesOf(
  all: {
    organisationId: string
    reservations: readonly ReservationView[]
    lots: readonly LotView[]
    needs: readonly NeedView[]
  },
  { from, today }: { from: IsoDay; today: IsoDay },
): Deadline[] {
  const { organisationId, reservations, lots, needs } = all
  return [
    ...reservations.flatMap((view) => ofReservation(view, organisationId) ?? []),
    ...lots.filter((lot) => lotStateOf(lot, today) === 'open').map(ofLot),
    ...needs.filter((need) => needStateOf(need, today) === 'open').map(ofNeed),
  ]
    .filter(({ on }) => on >= from)
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1))
}

function ofReservation(view: ReservationView, organisationId: string): Deadline | null {
  const isGiver = view.giverOrganisationId === organisationId
  const base = {
    part: null,
    title: view.lotTitle,
    commune: view.lotCommuneName,
    who: isGiver ? view.takerName : view.giverName,
    path: paths.reservation(view.id),
    changedAtMs: view.createdAtMs,
  }
  if (view.status === 'requested') {
    if (!isGiver || view.expiresAtMs === null) return null
    return { ...base, id: `answer-${view.id}`, kind: 'answer', on: isoDayOf(view.expiresAtMs) }
  }
  if (!isDue(view.status)) return null
  const { pickupOn, pickupPart, pickupAgreedAtMs } = view
  if (pickupOn !== null && pickupAgreedAtMs !== null) {
    // The id is that of the file of one pickup, so that a calendar that has it holds it once.
    return {
      ...base,
      id: view.id,
      kind: 'pickup',
      on: pickupOn,
      part: pickupPart,
      changedAtMs: pickupAgreedAtMs,
    }
  }
  const on = addDays(view.storageUntil ?? view.availableUntil, -1)
  return { ...base, id: `collect-${view.id}`, kind: 'collect', on }
}

function ofLot(lot: LotView): Deadline {
  return {
    ...{ id: `lot-${lot.id}`, kind: 'lot', on: addDays(lot.availableUntil, -1), part: null },
    ...{ title: lot.title, commune: lot.communeName, who: null },
    ...{ path: paths.lot(lot.id), changedAtMs: lot.updatedAtMs },
  }
}

function ofNeed(need: NeedView): Deadline {
  return {
    ...{ id: `need-${need.id}`, kind: 'need', on: addDays(need.neededUntil, -1), part: null },
    ...{ title: need.title, commune: need.communeName, who: null },
    ...{ path: paths.need(need.id), changedAtMs: need.createdAtMs },
  }
}
