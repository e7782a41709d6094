import { nowMs } from '~/core/clock'
import { addDays, isoDayOf, type IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { isLive } from '~/core/reservation-status'
import { sideOf } from '~/features/reservations/model/side'
import { listDisputed } from '~/features/reservations/queries/disputes.server'
import { listAccountedSites } from '~/features/accounting/queries/accounts.server'
import { listLedgerOfCommune } from '~/features/accounting/queries.server'
import { listMessages } from '~/features/contact/queries.server'
import { findCommune } from '~/features/communes/queries.server'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { listLotsOf } from '~/features/lots/queries.server'
import { countDraftsOf } from '~/features/lots/queries/drafts.server'
import { findUrgentPairs } from '~/features/matching/queries/pair-board.server'
import { listOpenNeedsOf } from '~/features/needs/queries.server'
import { listNotifications } from '~/features/notifications/queries.server'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { listConfirmationsOf, listReservationsOf } from '~/features/reservations/queries.server'
import {
  actsOfCommune,
  actsOfLots,
  actsOfNeeds,
  actsOfPairs,
  actsOfReservations,
  NEW_HANDOVER_DAYS,
  sortActs,
  type Act,
} from './acts'

/** How many unread notifications are looked at for matches. */
const LOOKED_AT = 200

/** What waits for a person in the organisation they act for, the most urgent first. */
export async function listActs(actor: Actor): Promise<Act[]> {
  const today = isoDayOf(nowMs())
  const found = await Promise.all([
    ofReservations(actor, today),
    actor.roles.includes('giver') ? ofLots(actor.organisationId, today) : [],
    actor.roles.includes('taker') ? ofNeeds(actor.organisationId, today) : [],
    ofMatches(actor.userId),
    can(actor, 'match:read') ? ofPairs(actor.organisationId) : [],
    actor.roles.includes('commune-agent') && actor.communeCode ? ofCommune(actor.communeCode, today) : [],
    actor.roles.includes('metropole-admin') ? ofMessages() : [],
    can(actor, 'reservation:arbitrate') ? ofDisputes(actor.organisationId, today) : [],
  ])
  return sortActs(found.flat())
}

async function ofReservations({ roles, organisationId }: Actor, today: IsoDay): Promise<Act[]> {
  if (!roles.includes('giver') && !roles.includes('taker')) return []
  const all = await listReservationsOf(organisationId)
  const live = all.filter(({ status }) => isLive(status))
  const signed = await listConfirmationsOf(live.map(({ id }) => id))
  return actsOfReservations(live, signed, organisationId, today)
}

async function ofLots(organisationId: string, today: IsoDay): Promise<Act[]> {
  const [lots, drafts] = await Promise.all([listLotsOf(organisationId), countDraftsOf(organisationId)])
  const open = lots.filter((lot) => lotStateOf(lot, today) === 'open')
  const kept: Act[] =
    drafts > 0
      ? [{ kind: 'draft', due: null, path: paths.myLots('brouillons'), facts: { count: drafts } }]
      : []
  return [...actsOfLots(open, today), ...kept]
}

async function ofNeeds(organisationId: string, today: IsoDay): Promise<Act[]> {
  return actsOfNeeds(await listOpenNeedsOf(organisationId), today)
}

async function ofMatches(userId: string): Promise<Act[]> {
  const unread = await listNotifications(userId, { unreadOnly: true, limit: LOOKED_AT })
  const count = unread.filter(({ kind }) => kind.startsWith('match.')).length
  return count > 0 ? [{ kind: 'matches', due: null, path: paths.notifications(), facts: { count } }] : []
}

async function ofPairs(organisationId: string): Promise<Act[]> {
  return actsOfPairs(await findUrgentPairs(organisationId))
}

async function ofMessages(): Promise<Act[]> {
  const waiting = (await listMessages()).filter(({ handledAtMs }) => handledAtMs === null)
  if (waiting.length === 0) return []
  const due = isoDayOf(Math.min(...waiting.map(({ createdAtMs }) => createdAtMs)))
  return [{ kind: 'messages', due, path: paths.messages(), facts: { count: waiting.length } }]
}

/** Disputes of others, which the team settles when the sides cannot. */
async function ofDisputes(organisationId: string, today: IsoDay): Promise<Act[]> {
  const disputed = (await listDisputed()).filter((view) => sideOf(view, organisationId) === null)
  return disputed.map((view) => ({
    kind: 'arbitrate',
    due: today,
    path: paths.reservation(view.id),
    facts: { name: view.lotTitle, who: view.giverName, need: view.takerName },
  }))
}

async function ofCommune(code: string, today: IsoDay): Promise<Act[]> {
  const recently = { from: addDays(today, -NEW_HANDOVER_DAYS), until: addDays(today, 1) }
  const [commune, sites, recent] = await Promise.all([
    findCommune(code),
    listAccountedSites(recently, code),
    listLedgerOfCommune(code, recently),
  ])
  return commune ? actsOfCommune(commune, sites, recent, today) : []
}
