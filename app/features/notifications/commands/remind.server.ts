import { nowMs } from '~/core/clock'
import { addDays, dayNumber, isoDayOf, parisHourOf } from '~/core/days'
import { paths } from '~/core/paths'
import { listLotsLeavingBy } from '~/features/lots/queries/leaving.server'
import { listNeedsEndingBy } from '~/features/needs/queries/ending.server'
import { urgentBefore } from '~/features/matching/model/proposal'
import { listPairsEndingBefore } from '~/features/matching/queries/pair-board.server'
import { listMembers, type MemberAddress } from '~/features/organisations/queries.server'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { OVERDUE_AFTER_DAYS } from '~/features/reservations/model/overdue'
import { handoverState } from '~/features/reservations/model/handover'
import { turnOf } from '~/features/reservations/model/turn'
import { listConfirmationsOf } from '~/features/reservations/queries.server'
import {
  listCollectedBetween,
  listPickupsOn,
  listUnansweredSince,
  listUnsignedUntil,
} from '~/features/reservations/queries/waiting.server'
import {
  lotReminder,
  needReminder,
  pairReminder,
  reservationReminder,
  type ReservationReminder,
} from '../reminder-mails.server'
import { NEWS_MIN_SCORE } from '../model/match-news'
import {
  dueWarning,
  LOT_LEAVES_DAYS,
  NEED_ENDS_DAYS,
  REINSTALL_AFTER_DAYS,
  REMINDED_LATE_DAYS,
  REMINDING_HOURS,
  REQUEST_WAITS_DAYS,
} from '../model/reminders'
import { tellPerson } from './tell-person.server'

const DAY_MS = 86_400_000
const BOTH_SIDES = ['giver', 'taker'] as const

/**
 * Calls to mind what waits or ends soon, by day only, once each: an answer to give, a pickup tomorrow, a handover to
 * sign, what was collected to be told of once it is back in use, a lot about to leave, a need about to end, a pair that
 * can be made for a few more days. Any number of processes may do it at once, and again.
 */
export async function remind(): Promise<void> {
  const hour = parisHourOf(nowMs())
  if (hour < REMINDING_HOURS.from || hour >= REMINDING_HOURS.until) return
  const today = isoDayOf(nowMs())
  await remindOfReservations(today)
  await remindOfLots(today)
  await remindOfNeeds(today)
  await remindOfPairs(today)
}

async function remindOfReservations(today: string): Promise<void> {
  for (const view of await listUnansweredSince(nowMs() - REQUEST_WAITS_DAYS * DAY_MS, nowMs()))
    await tellSides(view, 'reminder.request', ['giver'], view.id)
  for (const view of await listPickupsOn(addDays(today, 1)))
    await tellSides(view, 'reminder.pickup', BOTH_SIDES, `${view.id}:${view.pickupOn}`)
  const unsigned = await listUnsignedUntil(addDays(today, -OVERDUE_AFTER_DAYS))
  const confirmations = await listConfirmationsOf(unsigned.map(({ id }) => id))
  for (const view of unsigned) {
    const handover = handoverState(confirmations.get(view.id) ?? [])
    const sides = BOTH_SIDES.filter((side) => turnOf(view.status, side, handover) === 'ours')
    await tellSides(view, 'reminder.sign', sides, `${view.id}:${view.pickupOn}`)
  }
  for (const days of REINSTALL_AFTER_DAYS) {
    const until = addDays(today, -days)
    for (const view of await listCollectedBetween(addDays(until, -REMINDED_LATE_DAYS), until))
      await tellSides(view, 'reminder.reinstall', ['taker'], `${view.id}:${days}`)
  }
}

async function tellSides(
  view: ReservationView,
  kind: ReservationReminder,
  sides: readonly ('giver' | 'taker')[],
  key: string,
): Promise<void> {
  for (const side of sides) {
    const organisationId = side === 'giver' ? view.giverOrganisationId : view.takerOrganisationId
    await tellMembers(organisationId, (member) => ({
      ...reservationReminder(kind, view, member.locale),
      kind,
      path: kind === 'reminder.reinstall' ? paths.reinstall(view.id) : paths.reservation(view.id),
      dedupeKey: `${kind}:${key}`,
    }))
  }
}

async function remindOfLots(today: string): Promise<void> {
  for (const lot of await listLotsLeavingBy(addDays(today, Math.max(...LOT_LEAVES_DAYS)))) {
    const daysLeft = dayNumber(lot.availableUntil) - dayNumber(today)
    const warning = dueWarning(daysLeft, LOT_LEAVES_DAYS)
    if (warning === null) continue
    await tellMembers(lot.organisationId, (member) => ({
      ...lotReminder(lot, daysLeft, member.locale),
      kind: 'reminder.lot',
      path: paths.lot(lot.id),
      dedupeKey: `reminder.lot:${lot.id}:${lot.availableUntil}:${warning}`,
    }))
  }
}

async function remindOfNeeds(today: string): Promise<void> {
  for (const need of await listNeedsEndingBy(addDays(today, NEED_ENDS_DAYS))) {
    const daysLeft = dayNumber(need.neededUntil) - dayNumber(today)
    await tellMembers(need.organisationId, (member) => ({
      ...needReminder(need, daysLeft, member.locale),
      kind: 'reminder.need',
      path: paths.need(need.id),
      dedupeKey: `reminder.need:${need.id}:${need.neededUntil}`,
    }))
  }
}

/** Pairs worth a mail that became urgent, the best first: those beyond a person's mails of the day go to a summary. */
async function remindOfPairs(today: string): Promise<void> {
  for (const pair of await listPairsEndingBefore(urgentBefore(today), NEWS_MIN_SCORE)) {
    for (const organisationId of [pair.giverOrganisationId, pair.takerOrganisationId]) {
      await tellMembers(organisationId, (member) => ({
        ...pairReminder(pair, today, member.locale),
        kind: 'reminder.pair',
        path: paths.matches(`#pair-${pair.id}`),
        dedupeKey: `reminder.pair:${pair.id}`,
      }))
    }
  }
}

async function tellMembers(
  organisationId: string,
  newsFor: (member: MemberAddress) => Parameters<typeof tellPerson>[1],
): Promise<void> {
  for (const member of await listMembers(organisationId)) await tellPerson(member, newsFor(member))
}
