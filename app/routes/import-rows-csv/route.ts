import type { LoaderFunctionArgs } from '@remix-run/node'
import { shownRow } from '~/features/imports/model/row-views'
import { readImport } from '~/features/imports/read-import.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { ownImport } from '~/http/own-import.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { importRows } from '~/messages/import-rows'
import { imports } from '~/messages/imports'
import { materials } from '~/messages/materials'

/** The rows of an import as they were read, with what is to be put right. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await ownImport(request, params)
  const locale = await localeOf(request)
  const t = translator(locale, importRows)
  const tImports = translator(locale, imports)
  const tMaterial = translator(locale, materials)
  const read = await readImport(view)
  const kinds = { line: t('kinds.line'), waste: t('kinds.waste'), title: t('titleRow'), left: t('left') }
  const body = toCsv(
    [
      { header: t('row'), cell: ({ row }) => row },
      { header: t('csv.kind'), cell: ({ kind }) => kinds[kind] },
      { header: tImports('field.product.name'), cell: ({ name }) => name },
      { header: t('material'), cell: ({ material }) => material && tMaterial(`type.${material}.name`) },
      {
        header: t('quantity'),
        cell: ({ line, texts }) => (line ? line.quantityMilli / 1000 : texts.quantity),
      },
      { header: t('unit'), cell: ({ line, texts }) => line?.unit ?? texts.unit },
      { header: t('csv.massKg'), cell: ({ line, waste }) => ((line ?? waste)?.massG ?? 0) / 1000 },
      { header: t('csv.reusableKg'), cell: ({ line }) => (line?.reusableMassG ?? 0) / 1000 },
      {
        header: t('csv.fault'),
        cell: ({ faults }) =>
          Object.values(faults)
            .map((fault) => t(`fault.${fault}`))
            .join(' '),
      },
    ],
    read.rows.map((row) => shownRow(row, read)),
  )
  return download(body, 'lignes-lues.csv', 'text/csv')
}
