import type { LoaderFunctionArgs } from '@remix-run/node'
import { can } from '~/features/organisations/model/permissions'
import { seatsSeenBy } from '~/features/programme/model/workshop'
import { findWorkshop, listSeats } from '~/features/programme/queries/workshops.server'
import { requireActor } from '~/http/actor.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download, orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { programmeWorkshops } from '~/messages/programme-workshops'

/** Those registered for a workshop whom the reader may see: of their own organisation, or all for the team. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'programme:share')
  const workshop = orNotFound(await findWorkshop(params.workshopId ?? ''))
  const seats = seatsSeenBy(await listSeats(workshop.id), {
    organisationId: actor.organisationId,
    isManager: can(actor, 'programme:manage'),
  })
  const t = translator(await localeOf(request), programmeWorkshops)
  const body = toCsv(
    [
      { header: t('register.name'), cell: ({ name }) => name },
      { header: t('register.role'), cell: ({ role }) => t(`role.${role}`) },
      { header: t('register.commune'), cell: ({ communeName }) => communeName },
    ],
    seats,
  )
  return download(body, `${t('register.file')}-${workshop.onDay}.csv`, 'text/csv')
}
