import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { listShares } from '~/features/lots/queries/shares.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { requireOwnLot } from '~/http/own-lot.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { lotShares } from '~/messages/lot-shares'

/** The links of one's own lot without their secrets: a file travels further than a page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { lot } = await requireOwnLot(request, params.lotId)
  const t = translator(await localeOf(request), lotShares)
  const body = toCsv(
    [
      { header: t('from'), cell: ({ createdAtMs }) => isoDayOf(createdAtMs) },
      { header: t('by'), cell: ({ createdBy }) => createdBy },
      { header: t('until'), cell: ({ expiresAtMs }) => isoDayOf(expiresAtMs) },
      { header: t('state'), cell: ({ state }) => t(`states.${state}`) },
    ],
    await listShares(lot.id),
  )
  return download(body, `${t('csvFile', { reference: lot.reference })}.csv`, 'text/csv')
}
