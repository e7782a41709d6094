import type { LoaderFunctionArgs } from '@remix-run/node'
import { periodSlug } from '~/features/board/model/board-period'
import type { StageRow } from '~/features/board/model/board-rows'
import { boardStageRows } from '~/http/board-rows.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { boardRows } from '~/messages/board-rows'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'

/** The rows of a stage of the funnel, all pages together. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { perimeter, period, stage, rows } = await boardStageRows(request, params.slug)
  const locale = await localeOf(request)
  const t = translator(locale, boardRows)
  const tMaterial = translator(locale, materials)
  const columns: CsvColumn<StageRow>[] = [
    { header: t('stage.reference'), cell: ({ reference }) => reference },
    { header: t('stage.row'), cell: ({ title }) => title },
    { header: t('stage.material'), cell: ({ material }) => tMaterial(`type.${material}.name`) },
    { header: t('stage.site'), cell: ({ siteName }) => siteName },
    { header: t('stage.commune'), cell: ({ communeName }) => communeName },
    { header: t('stage.massKg'), cell: ({ massG }) => massG / 1000 },
  ]
  const name = `gisement-${perimeter.slug}-${periodSlug(period)}-${stage}.csv`
  return download(toCsv(columns, rows), name, 'text/csv')
}
