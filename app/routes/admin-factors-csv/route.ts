import type { LoaderFunctionArgs } from '@remix-run/node'
import { factorVersionOn, findFactorRows } from '~/features/carbon/queries.server'
import { requireAdministration } from '~/http/administration.server'
import { factorCsv } from '~/http/factor-csv.server'
import { localeOf } from '~/http/locale.server'
import { download, orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { factors } from '~/messages/factors'

/** The table in force, or of the version asked for, as an import reads it back. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'factors:manage')
  const version = new URL(request.url).searchParams.get('version') ?? (await factorVersionOn()).version
  const rows = orNotFound(await findFactorRows(version))
  const t = translator(await localeOf(request), factors)
  return download(
    factorCsv(rows),
    `gisement-${t('csvFile')}-${version.replace(/[^\w.-]/g, '')}.csv`,
    'text/csv',
  )
}
