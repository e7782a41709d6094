import type { LedgerRow } from '~/features/accounting/model/ledger-row'
import { can } from '~/features/organisations/model/permissions'
import { listReservationsOf } from '~/features/reservations/queries.server'
import { listSitesOf } from '~/features/sites/queries.server'
import { optionalActor } from './actor.server'

/**
 * Which handovers a reader of a commune's figures may know: the commune's own agent and the Métropole's team all of
 * them, the parties of a handover those of its site. To everyone else a handover has no site, lot, destination or
 * exact day: its quarter, its family and its mass are left.
 */
export async function siteNamesFor(request: Request, communeCode: string) {
  const actor = await optionalActor(request)
  const seesAll = actor !== null && can(actor, 'board:detail', { communeCodes: [communeCode] })
  const known = new Set(actor && !seesAll ? await partySites(actor.organisationId) : [])
  const isKnown = (siteId: string) => seesAll || known.has(siteId)
  const hideIn = (row: LedgerRow): LedgerRow => (isKnown(row.siteId) ? row : anonymous(row))
  return { seesAll, isKnown, hideIn }
}

function anonymous(row: LedgerRow): LedgerRow {
  const month = Number(row.handedOverOn.slice(5, 7))
  const quarterStart = String(3 * Math.ceil(month / 3) - 2).padStart(2, '0')
  return {
    ...row,
    handoverId: `#${row.seq}`,
    ...{ reservationId: '', lotId: '', lotReference: '', lotTitle: '', siteId: '', siteName: '' },
    handedOverOn: `${row.handedOverOn.slice(0, 4)}-${quarterStart}-01`,
    ...{ toCommuneCode: null, toCommuneName: null, straightM: null, netAvoidedGCo2e: null },
  }
}

async function partySites(organisationId: string): Promise<string[]> {
  const [own, reserved] = await Promise.all([listSitesOf(organisationId), listReservationsOf(organisationId)])
  const collected = reserved.filter(({ status }) => status === 'collected')
  return [...own.map(({ id }) => id), ...collected.map(({ siteId }) => siteId)]
}
