import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { listImportsOf } from '~/features/imports/queries.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { ownImportSite } from '~/http/own-import.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { imports } from '~/messages/imports'

/** The imports of a site. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, site } = await ownImportSite(request, params)
  const t = translator(await localeOf(request), imports)
  const body = toCsv(
    [
      { header: t('list.file'), cell: ({ fileName }) => fileName },
      { header: t('list.day'), cell: ({ createdAtMs }) => isoDayOf(createdAtMs) },
      { header: t('list.rows'), cell: ({ rowCount }) => rowCount },
      { header: t('list.state'), cell: ({ status }) => t(`status.${status}`) },
    ],
    await listImportsOf(actor.organisationId, site.id),
  )
  return download(body, 'importations.csv', 'text/csv')
}
