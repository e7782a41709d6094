import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { Locale } from '~/core/locale'
import type { OrganisationList } from '~/core/oversight-paths'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { listLotsOf } from '~/features/lots/queries.server'
import { findOrganisation, listTeam } from '~/features/organisations/queries.server'
import { listReservationsOf } from '~/features/reservations/queries.server'
import { listSitesOf } from '~/features/sites/queries.server'
import { requireAdministration } from '~/http/administration.server'
import { auditRead } from '~/http/audit-read.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download, orNotFound } from '~/http/replies.server'
import { administration } from '~/messages/administration'
import { translator } from '~/messages/catalogue'
import { lots as lotTexts } from '~/messages/lots'
import { myLots } from '~/messages/my-lots'
import { reservations as reservationTexts } from '~/messages/reservations'

type ListCsv = (organisationId: string, locale: Locale) => Promise<string>

const membersCsv: ListCsv = async (id, locale) => {
  const t = translator(locale, administration)
  return toCsv(
    [
      { header: t('accounts.name'), cell: ({ name }) => name },
      { header: t('accounts.email'), cell: ({ email }) => email },
      { header: t('accounts.role'), cell: ({ role }) => t(`organisations.membershipOf.${role}`) },
      {
        header: t('accounts.state'),
        cell: ({ suspendedAtMs }) =>
          t(suspendedAtMs === null ? 'accounts.stateOf.actif' : 'accounts.stateOf.suspendu'),
      },
    ],
    await listTeam(id),
  )
}

const sitesCsv: ListCsv = async (id, locale) => {
  const t = translator(locale, administration)
  return toCsv(
    [
      { header: t('accounts.name'), cell: ({ name }) => name },
      { header: t('organisations.commune'), cell: ({ communeName }) => communeName },
      { header: t('organisations.until'), cell: ({ endsOn }) => endsOn },
    ],
    await listSitesOf(id),
  )
}

const lotsCsv: ListCsv = async (id, locale) => {
  const t = translator(locale, administration)
  const tLot = translator(locale, lotTexts)
  const tMine = translator(locale, myLots)
  const today = isoDayOf(nowMs())
  const rows = (await listLotsOf(id)).map((lot) => ({ lot, state: lotStateOf(lot, today) }))
  return toCsv(
    [
      { header: t('organisations.lotsTitle'), cell: ({ lot }) => lot.title },
      { header: t('organisations.reference'), cell: ({ lot }) => lot.reference },
      { header: t('organisations.free'), cell: ({ lot }) => lot.availableMilli / 1000 },
      { header: t('organisations.quantity'), cell: ({ lot }) => lot.quantityMilli / 1000 },
      { header: t('organisations.unit'), cell: ({ lot }) => lot.unit },
      { header: t('organisations.until'), cell: ({ lot }) => lot.availableUntil },
      {
        header: t('accounts.state'),
        cell: ({ state }) => (state === 'open' ? tMine('open') : tLot(`status.${state}`)),
      },
    ],
    rows,
  )
}

const reservationsCsv: ListCsv = async (id, locale) => {
  const t = translator(locale, administration)
  const tReservation = translator(locale, reservationTexts)
  return toCsv(
    [
      { header: t('organisations.lotsTitle'), cell: ({ lotTitle }) => lotTitle },
      {
        header: t('organisations.side'),
        cell: ({ giverOrganisationId }) =>
          t(giverOrganisationId === id ? 'organisations.asGiver' : 'organisations.asTaker'),
      },
      { header: tReservation('fact.quantity'), cell: ({ quantityMilli }) => quantityMilli / 1000 },
      { header: t('organisations.unit'), cell: ({ lotUnit }) => lotUnit },
      { header: t('accounts.state'), cell: ({ status }) => tReservation(`status.${status}`) },
      { header: t('organisations.date'), cell: ({ createdAtMs }) => isoDayOf(createdAtMs) },
    ],
    await listReservationsOf(id),
  )
}

const LISTS: Record<OrganisationList, ListCsv> = {
  membres: membersCsv,
  chantiers: sitesCsv,
  lots: lotsCsv,
  reservations: reservationsCsv,
}

/** A list of the page of an organisation; what it says of people is kept in the audit log. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const { id } = orNotFound(await findOrganisation(params.id ?? ''))
  const [name, list] = orNotFound(Object.entries(LISTS).find(([known]) => known === params.list))
  if (name === 'membres') await auditRead('accounts.exported', id)
  return download(await list(id, await localeOf(request)), `organisation-${name}.csv`, 'text/csv')
}
