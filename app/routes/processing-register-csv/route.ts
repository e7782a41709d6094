import type { LoaderFunctionArgs } from '@remix-run/node'
import { registerLines } from '~/features/privacy/model/register'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { privacyRegister } from '~/messages/privacy-register'
import { privacyTreatments } from '~/messages/privacy-treatments'

/** Every personal column with its treatment. */
export async function loader({ request }: LoaderFunctionArgs) {
  const locale = await localeOf(request)
  const t = translator(locale, privacyRegister)
  const tOf = translator(locale, privacyTreatments)
  const csv = toCsv(
    [
      { header: t('treatment'), cell: ({ treatment }) => tOf(`${treatment}.title`) },
      { header: t('purpose'), cell: ({ treatment }) => tOf(`${treatment}.purpose`) },
      { header: t('basis'), cell: ({ treatment }) => tOf(`${treatment}.basis`) },
      { header: t('recipients'), cell: ({ treatment }) => tOf(`${treatment}.recipients`) },
      { header: t('kept'), cell: ({ treatment }) => tOf(`${treatment}.kept`) },
      { header: t('table'), cell: ({ table }) => table },
      { header: t('column'), cell: ({ column }) => column },
      { header: t('category'), cell: ({ category }) => t(`categories.${category}`) },
      { header: t('fate'), cell: ({ fate }) => t(`fates.${fate}`) },
    ],
    registerLines(),
  )
  return download(csv, 'gisement-registre-traitements.csv', 'text/csv')
}
