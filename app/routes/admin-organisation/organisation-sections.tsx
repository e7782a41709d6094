import { Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { MailAddress } from '~/features/administration/ui/mail-address'
import type { LotView } from '~/features/lots/model/lot'
import type { LotState } from '~/features/lots/model/lot-state'
import type { MembershipRole } from '~/features/organisations/model/organisation'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import type { SiteView } from '~/features/sites/queries.server'
import { administration } from '~/messages/administration'
import { lots as lotTexts } from '~/messages/lots'
import { myLots } from '~/messages/my-lots'
import { reservations as reservationTexts } from '~/messages/reservations'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

type Member = {
  userId: string
  name: string
  email: string
  role: MembershipRole
  suspendedAtMs: number | null
}

export function MembersSection({
  organisationId,
  team,
}: {
  organisationId: string
  team: readonly Member[]
}) {
  const t = useT(administration)
  return (
    <DataTable
      dense
      caption={t('organisations.members')}
      rows={team}
      rowKey={({ userId }) => userId}
      csvHref={paths.organisationListCsv(organisationId, 'membres')}
      empty={t('organisations.noMembers')}
      columns={[
        {
          key: 'name',
          header: t('accounts.name'),
          rowHeader: true,
          cell: ({ userId, name }) => <Link to={paths.oneAccount(userId)}>{name}</Link>,
        },
        {
          key: 'email',
          header: t('accounts.email'),
          cell: ({ email }) => <MailAddress email={email} />,
        },
        {
          key: 'role',
          header: t('accounts.role'),
          cell: ({ role }) => t(`organisations.membershipOf.${role}`),
        },
        {
          key: 'state',
          header: t('accounts.state'),
          cell: ({ suspendedAtMs }) =>
            t(suspendedAtMs === null ? 'accounts.stateOf.actif' : 'accounts.stateOf.suspendu'),
        },
      ]}
    />
  )
}

export function SitesSection({
  organisationId,
  sites,
}: {
  organisationId: string
  sites: readonly SiteView[]
}) {
  const t = useT(administration)
  const format = useFormat()
  return (
    <DataTable
      dense
      caption={t('organisations.sitesTitle')}
      rows={sites}
      rowKey={({ id }) => id}
      csvHref={paths.organisationListCsv(organisationId, 'chantiers')}
      empty={t('organisations.noSites')}
      columns={[
        {
          key: 'name',
          header: t('accounts.name'),
          rowHeader: true,
          cell: ({ id, name }) => <Link to={paths.site(id)}>{name}</Link>,
        },
        { key: 'commune', header: t('organisations.commune'), cell: ({ communeName }) => communeName },
        { key: 'until', header: t('organisations.until'), cell: ({ endsOn }) => format.day(endsOn) },
      ]}
    />
  )
}

export function LotsSection({
  organisationId,
  lots,
}: {
  organisationId: string
  lots: readonly { lot: LotView; state: LotState }[]
}) {
  const t = useT(administration)
  const tLot = useT(lotTexts)
  const tMine = useT(myLots)
  const format = useFormat()
  return (
    <DataTable
      dense
      caption={t('organisations.lotsTitle')}
      rows={lots}
      rowKey={({ lot }) => lot.id}
      csvHref={paths.organisationListCsv(organisationId, 'lots')}
      empty={t('organisations.noLots')}
      columns={[
        {
          key: 'title',
          header: t('organisations.lotsTitle'),
          rowHeader: true,
          cell: ({ lot }) => <Link to={paths.lot(lot.id)}>{`${lot.title} (${lot.reference})`}</Link>,
        },
        {
          key: 'quantity',
          header: t('organisations.quantity'),
          cell: ({ lot }) =>
            `${format.number(lot.availableMilli / 1000, 3)} / ${format.quantity(lot.quantityMilli, lot.unit)}`,
          figure: true,
        },
        {
          key: 'until',
          header: t('organisations.until'),
          cell: ({ lot }) => format.day(lot.availableUntil),
          figure: true,
        },
        {
          key: 'state',
          header: t('accounts.state'),
          cell: ({ state }) => (state === 'open' ? tMine('open') : tLot(`status.${state}`)),
        },
      ]}
    />
  )
}

export function ReservationsSection({
  reservations,
  organisationId,
}: {
  reservations: readonly ReservationView[]
  organisationId: string
}) {
  const t = useT(administration)
  const tReservation = useT(reservationTexts)
  const format = useFormat()
  return (
    <DataTable
      dense
      caption={t('organisations.reservationsTitle')}
      rows={reservations}
      rowKey={({ id }) => id}
      csvHref={paths.organisationListCsv(organisationId, 'reservations')}
      empty={t('organisations.noReservations')}
      columns={[
        {
          key: 'lot',
          header: t('organisations.lotsTitle'),
          rowHeader: true,
          cell: ({ id, lotTitle }) => <Link to={paths.reservation(id)}>{lotTitle}</Link>,
        },
        {
          key: 'side',
          header: t('organisations.side'),
          cell: ({ giverOrganisationId }) =>
            t(giverOrganisationId === organisationId ? 'organisations.asGiver' : 'organisations.asTaker'),
        },
        {
          key: 'quantity',
          header: tReservation('fact.quantity'),
          cell: ({ quantityMilli, lotUnit }) => format.quantity(quantityMilli, lotUnit),
          figure: true,
        },
        {
          key: 'status',
          header: t('accounts.state'),
          cell: ({ status }) => tReservation(`status.${status}`),
        },
        {
          key: 'date',
          header: t('organisations.date'),
          cell: ({ createdAtMs }) => format.day(isoDayOf(createdAtMs)),
          figure: true,
        },
      ]}
    />
  )
}
