import type { LoaderFunctionArgs } from '@remix-run/node'
import { boardTables, type TableKey } from '~/features/board/board-tables.server'
import { boardPicture, PICTURES } from '~/features/board/board-picture.server'
import { periodSlug } from '~/features/board/model/board-period'
import { boardFor } from '~/http/board.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { pictureReply } from '~/http/picture-reply.server'
import { download, orNotFound } from '~/http/replies.server'

/** The tables of a board by the name of their file. */
const TABLES: Readonly<Record<string, TableKey>> = {
  chiffres: 'headlines',
  mois: 'months',
  mediane: 'peers',
  flux: 'flows',
  entonnoir: 'funnel',
  chantiers: 'cohort',
  'sans-inventaire': 'unsurveyed',
  'lots-a-sauver': 'leaving',
}

/** One figure of a board as a file: its table, or its drawing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [, name = '', ending = ''] = /^([a-z-]+)\.(csv|svg|png)$/.exec(params.file ?? '') ?? []
  const key = orNotFound(Object.hasOwn(TABLES, name) ? TABLES[name] : null)
  const [board, locale] = await Promise.all([boardFor(request, params.slug), localeOf(request)])
  const fileName = `gisement-${board.perimeter.slug}-${periodSlug(board.period)}-${name}`
  if (ending !== 'csv') {
    const picture = orNotFound(PICTURES.find((one) => one === name))
    const svg = orNotFound(boardPicture(board, picture, locale))
    return pictureReply(svg, fileName, ending === 'png' ? 'png' : 'svg')
  }
  const table = orNotFound(boardTables(board, locale).find((one) => one.key === key))
  const columns = table.heads.map((header, index) => ({
    header,
    cell: (row: (typeof table.rows)[number]) => row[index] ?? null,
  }))
  return download(toCsv(columns, table.rows), `${fileName}.csv`, 'text/csv')
}
