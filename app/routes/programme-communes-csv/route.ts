import type { LoaderFunctionArgs } from '@remix-run/node'
import { listAdmitted, type AdmittedCommune } from '~/features/programme/read-stages.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { communes } from '~/messages/communes'
import { programme } from '~/messages/programme'

/** The communes in the track. */
export async function loader({ request }: LoaderFunctionArgs) {
  const locale = await localeOf(request)
  const t = translator(locale, programme)
  const columns: CsvColumn<AdmittedCommune>[] = [
    { header: translator(locale, communes)('csv.code'), cell: ({ communeCode }) => communeCode },
    { header: t('communes.commune'), cell: ({ communeName }) => communeName },
    { header: t('communes.aim'), cell: ({ aim }) => aim },
    { header: t('communes.stage'), cell: ({ stage }) => t(`stage.${stage}`) },
    { header: `${t('communes.granted')} (€)`, cell: ({ grantedCents }) => grantedCents / 100 },
    { header: t('communes.start'), cell: ({ startsIn }) => startsIn },
    { header: t('communes.months'), cell: ({ months }) => months },
  ]
  return download(toCsv(columns, await listAdmitted()), `${t('communes.file')}.csv`, 'text/csv')
}
