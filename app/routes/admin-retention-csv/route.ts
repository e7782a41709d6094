import type { LoaderFunctionArgs } from '@remix-run/node'
import { countRetention } from '~/features/privacy/commands/apply-retention.server'
import { RETENTION, RETENTION_KEYS } from '~/features/privacy/model/retention'
import { requireAdministration } from '~/http/administration.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { privacyRegister } from '~/messages/privacy-register'

/** What the next run of housekeeping would remove, rule by rule. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const t = translator(await localeOf(request), privacyRegister)
  const counts = await countRetention()
  const csv = toCsv(
    [
      { header: t('what'), cell: (key) => t(`term.${key}`) },
      { header: t('table'), cell: (key) => RETENTION[key].table },
      { header: t('dry.days'), cell: (key) => RETENTION[key].days },
      { header: t('act'), cell: (key) => t(`acts.${RETENTION[key].act}`) },
      { header: t('dry.due'), cell: (key) => counts[key] },
    ],
    RETENTION_KEYS,
  )
  return download(csv, 'gisement-durees.csv', 'text/csv')
}
