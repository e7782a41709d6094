import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { calendarYear } from '~/core/period'
import { isGranted, isLive } from '~/core/reservation-status'
import { getCommuneAccount, getMetropoleAccount } from '~/features/accounting/queries/accounts.server'
import { findCommune } from '~/features/communes/queries.server'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { listLotsOf } from '~/features/lots/queries.server'
import { findLotsForNeeds } from '~/features/matching/queries.server'
import { listOpenNeedsOf } from '~/features/needs/queries.server'
import type { Actor, Role } from '~/features/organisations/model/permissions'
import { listReservationsOf } from '~/features/reservations/queries.server'
import { listSitesOf } from '~/features/sites/queries.server'

/** Rows shown in each part; the rest is a link away. */
const SHOWN = 5

/** What waits for an organisation on each of its sides, and the account of the territory it follows. */
export async function loadDashboard(actor: Actor) {
  const has = (role: Role) => actor.roles.includes(role)
  const today = isoDayOf(nowMs())
  const year = Number(today.slice(0, 4))
  const isParty = has('giver') || has('taker')
  const [reservations, sites, giver, taker, commune, metropole] = await Promise.all([
    isParty ? listReservationsOf(actor.organisationId) : [],
    isParty ? listSitesOf(actor.organisationId) : null,
    has('giver') ? loadLots(actor.organisationId, today) : null,
    has('taker') ? loadNeeds(actor.organisationId) : null,
    has('commune-agent') && actor.communeCode ? loadCommune(actor.communeCode, year) : null,
    has('metropole-admin') ? getMetropoleAccount(calendarYear(year)) : null,
  ])
  const given = reservations.filter((one) => one.giverOrganisationId === actor.organisationId)
  const taken = reservations.filter((one) => one.takerOrganisationId === actor.organisationId)
  const openSites = sites?.filter((site) => site.endsOn >= today)
  return {
    firstName: actor.name.split(' ')[0] ?? actor.name,
    today,
    year,
    giver: giver && {
      ...giver,
      handovers: part(given.filter(({ status }) => isGranted(status))),
    },
    taker: taker && {
      ...taker,
      reservations: part(taken.filter(({ status }) => isLive(status))),
    },
    sites: openSites ? part([...openSites].sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))) : null,
    commune,
    metropole,
  }
}

export type Dashboard = Awaited<ReturnType<typeof loadDashboard>>

async function loadLots(organisationId: string, today: string) {
  const lots = await listLotsOf(organisationId)
  const open = lots.filter((lot) => lotStateOf(lot, today) === 'open')
  return { lots: part(open.sort((a, b) => (a.availableUntil < b.availableUntil ? -1 : 1))) }
}

async function loadNeeds(organisationId: string) {
  const needs = await listOpenNeedsOf(organisationId)
  const matched = await findLotsForNeeds(needs.slice(0, SHOWN), 1)
  return {
    needs: {
      total: needs.length,
      shown: matched.map(({ need, best }) => ({
        need,
        best: best[0] ? { title: best[0].item.title, score: best[0].view.score } : null,
      })),
    },
  }
}

async function loadCommune(code: string, year: number) {
  const [commune, account] = await Promise.all([
    findCommune(code),
    getCommuneAccount(code, calendarYear(year)),
  ])
  return commune && { code, name: commune.name, account }
}

function part<Item>(items: readonly Item[]): { total: number; shown: Item[] } {
  return { total: items.length, shown: items.slice(0, SHOWN) }
}
