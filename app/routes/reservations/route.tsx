import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { listPlacesInLines } from '~/features/lots/queries/waiting.server'
import { MyWaiting } from '~/features/lots/ui/my-waiting'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { can } from '~/features/organisations/model/permissions'
import { rowsFor, type ReservationRow } from '~/features/reservations/model/reservation-row'
import type { Turn } from '~/features/reservations/model/turn'
import { listConfirmationsOf, listReservationsOf } from '~/features/reservations/queries.server'
import { countUnread } from '~/features/reservations/queries/thread.server'
import { EndedTable } from '~/features/reservations/ui/ended-table'
import { ReservationTag } from '~/features/reservations/ui/reservation-tag'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { reservations } from '~/messages/reservations'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(reservations, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'reservation:read')
  const views = await listReservationsOf(actor.organisationId)
  const [confirmations, photos, unread, places] = await Promise.all([
    listConfirmationsOf(views.map(({ id }) => id)),
    listPhotosOfLots([...new Set(views.map(({ lotId }) => lotId))]),
    countUnread(
      actor,
      views.map(({ id }) => id),
    ),
    can(actor, 'reservation:create') ? listPlacesInLines(actor.organisationId) : [],
  ])
  const rows = rowsFor(actor.organisationId, views, confirmations)
  return {
    places,
    today: isoDayOf(nowMs()),
    rows: rows.map((row) => ({
      ...row,
      photo: photos.get(row.view.lotId)?.[0] ?? null,
      unread: unread.get(row.view.id) ?? 0,
    })),
    canPublish: can(actor, 'lot:create'),
  }
}

export default function Reservations() {
  const t = useT(reservations)
  const { rows, places, today, canPublish } = useLoaderData<typeof loader>()
  const ended = rows.filter(({ turn }) => turn === 'over')
  if (rows.length === 0 && places.length === 0) return <NoReservation canPublish={canPublish} />
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader title={t('title')} lead={t('lead')} />
      {(['ours', 'theirs'] as const).map((turn) => (
        <Section key={turn} turn={turn} rows={rows}>
          <ul className="grid grid-cols-1 gap-5 sm:grid-cols-2 lg:grid-cols-3">
            {rows
              .filter((row) => row.turn === turn)
              .map((row) => (
                <li key={row.view.id}>
                  <ReservationTag row={row} photo={row.photo} unread={row.unread} today={today} />
                </li>
              ))}
          </ul>
        </Section>
      ))}
      <MyWaiting places={places} />
      <Section turn="over" rows={rows}>
        <EndedTable rows={ended} />
      </Section>
      <CsvLink href={paths.reservationsCsv()} />
      <p>
        <Link to={paths.lots()} className="inline-flex min-h-11 items-center">
          {t('empty.search')}
        </Link>
      </p>
    </div>
  )
}

function Section({
  turn,
  rows,
  children,
}: {
  turn: Turn
  rows: readonly ReservationRow[]
  children: ReactNode
}) {
  const t = useT(reservations)
  const count = rows.filter((row) => row.turn === turn).length
  return (
    <section aria-labelledby={`turn-${turn}`} className="flex flex-col gap-4">
      <h2 id={`turn-${turn}`}>
        {t(`section.${turn}`)} <span className="font-normal text-muted">({count})</span>
      </h2>
      {count === 0 ? <p className="text-muted">{t(`sectionEmpty.${turn}`)}</p> : children}
    </section>
  )
}

function NoReservation({ canPublish }: { canPublish: boolean }) {
  const t = useT(reservations)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <EmptyState
        title={t('empty.title')}
        actions={
          <>
            <ButtonLink to={paths.lots()}>{t('empty.search')}</ButtonLink>
            {canPublish && (
              <ButtonLink to={paths.newLot()} look="secondary">
                {t('empty.publish')}
              </ButtonLink>
            )}
          </>
        }
      >
        {t('empty.text')}
      </EmptyState>
    </>
  )
}
