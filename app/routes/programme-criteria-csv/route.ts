import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { listCriteriaVersions } from '~/features/programme/queries/settings.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { programme } from '~/messages/programme'

/** The criteria of every version, the one in force first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translator(await localeOf(request), programme)
  const versions = await listCriteriaVersions()
  const rows = versions.flatMap(({ criteria, ...version }) =>
    criteria.map((criterion) => ({ ...version, criterion })),
  )
  const body = toCsv(
    [
      { header: t('criteria.version'), cell: ({ version }) => version },
      { header: t('criteria.publishedOn'), cell: ({ publishedAtMs }) => isoDayOf(publishedAtMs) },
      { header: t('criteria.name'), cell: ({ criterion }) => criterion.name },
      { header: t('criteria.text'), cell: ({ criterion }) => criterion.text },
      { header: t('criteria.weight'), cell: ({ criterion }) => criterion.weight },
      { header: t('criteria.reason'), cell: ({ reason }) => reason },
    ],
    rows,
  )
  return download(body, `${t('criteria.file')}.csv`, 'text/csv')
}
