import { addDays, isoDayOf, type IsoDay } from '~/core/days'
import type { DayPart } from '~/core/lot-terms'
import { paths } from '~/core/paths'
import type { Unit } from '~/core/units'
import { isDue } from '~/core/reservation-status'
import { isPressing } from '~/features/lots/model/lot-state'
import type { LotView } from '~/features/lots/model/lot'
import { deadlineOf } from '~/features/matching/model/proposal'
import type { NeedView } from '~/features/needs/model/need'
import { handoverState, type Confirmation } from '~/features/reservations/model/handover'
import { pickupOf } from '~/features/reservations/model/pickup'
import type { ReservationView } from '~/features/reservations/model/reservation-view'

/** What may wait for someone. */
export type ActKind =
  | 'sign'
  | 'answer'
  | 'answerSlot'
  | 'settle'
  | 'arbitrate'
  | 'pickup'
  | 'proposeSlot'
  | 'chooseSlot'
  | 'lot'
  | 'need'
  | 'matches'
  | 'urgentPairs'
  | 'draft'
  | 'endingSites'
  | 'handovers'
  | 'bareSites'
  | 'messages'

/** Something that waits for a person: the day by which, what its sentence names, and the page where it is done. */
export type Act = {
  kind: ActKind
  /** Null for what has no date. */
  due: IsoDay | null
  path: string
  facts: {
    name?: string
    need?: string
    who?: string
    commune?: string
    quantity?: { milli: number; unit: Unit }
    slot?: { on: IsoDay; part: DayPart }
    since?: IsoDay
    count?: number
    massG?: number
  }
}

/** A need is said to end soon from this many days before. */
const NEED_SOON_DAYS = 7
/** The works of a site are said to end soon from this many days before. */
export const SITE_SOON_DAYS = 30
/** Handovers are new to an agent for this many days. */
export const NEW_HANDOVER_DAYS = 7

/** Dated acts first, the most overdue on top; what has no date after them. Order of arrival among equals. */
export function sortActs(acts: readonly Act[]): Act[] {
  const rank = ({ due }: Act) => due ?? '9999'
  return [...acts].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) < rank(b) ? -1 : 1))
}

/** What the reservations of an organisation ask of it, on either side. */
export function actsOfReservations(
  reservations: readonly ReservationView[],
  signed: ReadonlyMap<string, readonly Confirmation[]>,
  organisationId: string,
  today: IsoDay,
): Act[] {
  return reservations.flatMap((reservation) => {
    const act = actOfReservation(reservation, signed.get(reservation.id) ?? [], organisationId, today)
    return act ? [act] : []
  })
}

function actOfReservation(
  reservation: ReservationView,
  signed: readonly Confirmation[],
  organisationId: string,
  today: IsoDay,
): Act | null {
  const side = reservation.giverOrganisationId === organisationId ? 'giver' : 'taker'
  const base = {
    path: paths.reservation(reservation.id),
    facts: {
      name: reservation.lotTitle,
      who: side === 'giver' ? reservation.takerName : reservation.giverName,
      quantity: { milli: reservation.quantityMilli, unit: reservation.lotUnit },
    },
  }
  if (reservation.status === 'requested') {
    if (side === 'taker') return null
    const { expiresAtMs, createdAtMs } = reservation
    const due = expiresAtMs === null ? null : isoDayOf(expiresAtMs)
    return { kind: 'answer', due, path: base.path, facts: { ...base.facts, since: isoDayOf(createdAtMs) } }
  }
  if (reservation.status === 'disputed') return { kind: 'settle', due: today, ...base }
  if (!isDue(reservation.status)) return null
  const pickup = pickupOf(reservation)
  const state = handoverState(signed)
  const hasSigned = state.kind === 'waiting' && state.signed === side
  if (hasSigned) return null
  if (state.kind !== 'none') return { kind: 'sign', due: today, ...base }
  if (pickup.kind === 'none' && reservation.offerCount > 0)
    return side === 'giver' ? null : { kind: 'chooseSlot', due: reservation.availableUntil, ...base }
  if (pickup.kind === 'none') return { kind: 'proposeSlot', due: reservation.availableUntil, ...base }
  const { slot } = pickup
  const facts = { ...base.facts, slot, commune: reservation.lotCommuneName }
  if (pickup.kind === 'proposed') {
    return pickup.by === side ? null : { kind: 'answerSlot', due: slot.on, path: base.path, facts }
  }
  if (slot.on < today) return { kind: 'sign', due: slot.on, path: base.path, facts }
  return slot.on <= addDays(today, 1) ? { kind: 'pickup', due: slot.on, path: base.path, facts } : null
}

/** Open lots that leave soon and of which nothing is held or given. */
export function actsOfLots(lots: readonly LotView[], today: IsoDay): Act[] {
  return lots
    .filter((lot) => isPressing(lot, today) && lot.availableMilli === lot.quantityMilli)
    .map((lot) => ({
      kind: 'lot',
      due: lot.availableUntil,
      path: paths.lot(lot.id),
      facts: {
        name: lot.title,
        commune: lot.communeName,
        quantity: { milli: lot.availableMilli, unit: lot.unit },
      },
    }))
}

/** Open needs that end within a week with something still wanted. */
export function actsOfNeeds(needs: readonly NeedView[], today: IsoDay): Act[] {
  const soon = addDays(today, NEED_SOON_DAYS)
  return needs
    .filter(({ neededUntil, openMilli }) => neededUntil <= soon && openMilli > 0)
    .map((need) => ({
      kind: 'need',
      due: need.neededUntil,
      path: paths.need(need.id),
      facts: { name: need.title, quantity: { milli: need.openMilli, unit: need.unit } },
    }))
}

/** The pairs of an organisation that end within days: how many, and the one that ends first. */
export function actsOfPairs(urgent: {
  count: number
  first: { lotTitle: string; needTitle: string; availableUntil: IsoDay; neededUntil: IsoDay } | null
}): Act[] {
  const { count, first } = urgent
  if (!first) return []
  const facts = { count, name: first.lotTitle, need: first.needTitle }
  return [{ kind: 'urgentPairs', due: deadlineOf(first).on, path: paths.matches(), facts }]
}

type WatchedSite = { worksUntil: IsoDay | null; inventory: unknown; handedOverG: number }

/** What an agent has to look at in a commune: works that end without a handover, sites without inventory, news. */
export function actsOfCommune(
  commune: { code: string; name: string },
  sites: readonly WatchedSite[],
  recent: readonly { massG: number }[],
  today: IsoDay,
): Act[] {
  const running = sites.filter(({ worksUntil }) => worksUntil !== null && worksUntil > today)
  const soon = addDays(today, SITE_SOON_DAYS)
  const ending = running.filter(
    ({ worksUntil, handedOverG }) => handedOverG === 0 && worksUntil !== null && worksUntil <= soon,
  )
  const bare = running.filter(({ inventory }) => inventory === null)
  const massG = recent.reduce((sum, row) => sum + row.massG, 0)
  const first = ending.map(({ worksUntil }) => worksUntil ?? soon).sort()[0] ?? null
  const facts = { commune: commune.name }
  const acts: Act[] = [
    {
      kind: 'endingSites',
      due: first,
      path: paths.commune(commune.code),
      facts: { ...facts, count: ending.length },
    },
    {
      kind: 'handovers',
      due: null,
      path: paths.communeHandovers(commune.code),
      facts: { ...facts, count: recent.length, massG },
    },
    {
      kind: 'bareSites',
      due: null,
      path: paths.commune(commune.code),
      facts: { ...facts, count: bare.length },
    },
  ]
  return acts.filter((act) => (act.facts.count ?? 0) > 0)
}
