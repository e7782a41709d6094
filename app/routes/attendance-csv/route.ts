import type { LoaderFunctionArgs } from '@remix-run/node'
import { findWorkshop, listSeats } from '~/features/programme/queries/workshops.server'
import { requireAdministration } from '~/http/administration.server'
import { auditRead } from '~/http/audit-read.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download, orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { programmeWorkshops } from '~/messages/programme-workshops'

/** Those registered for a workshop and whether they were there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministration(request, 'programme:manage')
  const workshop = orNotFound(await findWorkshop(params.workshopId ?? ''))
  await auditRead('attendance.exported', workshop.id)
  const t = translator(await localeOf(request), programmeWorkshops)
  const body = toCsv(
    [
      { header: t('register.commune'), cell: ({ communeName }) => communeName },
      { header: t('register.name'), cell: ({ name }) => name },
      { header: t('register.email'), cell: ({ email }) => email },
      { header: t('register.role'), cell: ({ role }) => t(`role.${role}`) },
      {
        header: t('sheet.attended'),
        cell: ({ attended }) =>
          attended === null ? t('sheet.unknown') : t(attended ? 'sheet.present' : 'sheet.absent'),
      },
    ],
    await listSeats(workshop.id),
  )
  return download(body, `${t('sheet.file')}-${workshop.onDay}.csv`, 'text/csv')
}
