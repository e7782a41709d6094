import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { MILLI } from '~/core/units'
import { massOfPart } from '~/features/lots/model/lot'
import { pickupOf } from '~/features/reservations/model/pickup'
import { rowsFor, type ReservationRow } from '~/features/reservations/model/reservation-row'
import { listConfirmationsOf, listReservationsOf } from '~/features/reservations/queries.server'
import { countUnread } from '~/features/reservations/queries/thread.server'
import { requireActor } from '~/http/actor.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { pickups } from '~/messages/pickups'
import { reservations } from '~/messages/reservations'
import { threads } from '~/messages/threads'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'reservation:read')
  const views = await listReservationsOf(actor.organisationId)
  const ids = views.map(({ id }) => id)
  const rows = rowsFor(actor.organisationId, views, await listConfirmationsOf(ids))
  const unread = await countUnread(actor, ids)
  const csv = toCsv(columnsIn(await localeOf(request), unread), rows)
  return download(csv, 'gisement-reservations.csv', 'text/csv')
}

function columnsIn(locale: Locale, unread: ReadonlyMap<string, number>): CsvColumn<ReservationRow>[] {
  const t = translator(locale, reservations)
  const tPickup = translator(locale, pickups)
  const format = formatter(locale)
  const dayOf = (ms: number | null) => (ms === null ? null : isoDayOf(ms))
  return [
    { header: t('csv.side'), cell: ({ side }) => t(`side.${side}`) },
    { header: t('fact.status'), cell: ({ view }) => t(`status.${view.status}`) },
    { header: t('fact.reference'), cell: ({ view }) => view.lotReference },
    { header: t('fact.lot'), cell: ({ view }) => view.lotTitle },
    { header: t('fact.commune'), cell: ({ view }) => view.lotCommuneName },
    { header: t('giver'), cell: ({ view }) => view.giverName },
    { header: t('taker'), cell: ({ view }) => view.takerName },
    { header: t('fact.quantity'), cell: ({ view }) => view.quantityMilli / MILLI },
    { header: t('csv.unit'), cell: ({ view }) => format.unit(view.lotUnit) },
    { header: t('csv.massKg'), cell: ({ view }) => massKgOf(view) },
    { header: t('fact.need'), cell: ({ view }) => view.needTitle },
    { header: t('fact.score'), cell: ({ view }) => view.matchScore },
    { header: t('csv.createdOn'), cell: ({ view }) => dayOf(view.createdAtMs) },
    {
      header: t('csv.answerBefore'),
      cell: ({ view }) => (view.status === 'requested' ? dayOf(view.expiresAtMs) : null),
    },
    { header: tPickup('csv.on'), cell: ({ view }) => view.pickupOn },
    {
      header: tPickup('csv.part'),
      cell: ({ view }) => view.pickupPart && tPickup(`part.${view.pickupPart}`),
    },
    { header: tPickup('csv.state'), cell: ({ view }) => tPickup(`state.${pickupOf(view).kind}`) },
    { header: translator(locale, threads)('csv.unread'), cell: ({ view }) => unread.get(view.id) ?? 0 },
    { header: t('csv.reason'), cell: ({ view }) => view.decisionReason },
  ]
}

function massKgOf(view: ReservationRow['view']): number | null {
  const lot = { massG: view.lotMassG, quantityMilli: view.lotQuantityMilli }
  const massG = massOfPart(lot, view.quantityMilli)
  return massG === null ? null : massG / 1000
}
