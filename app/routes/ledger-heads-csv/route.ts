import type { LoaderFunctionArgs } from '@remix-run/node'
import type { PublishedHead } from '~/core/hash-chain'
import { listHeads } from '~/features/accounting/queries/chain.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { ledger } from '~/messages/ledger'

/** Every head of the chain that was published. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = translator(await localeOf(request), ledger)
  const columns: CsvColumn<PublishedHead>[] = [
    { header: t('chain.day'), cell: ({ day }) => day },
    { header: t('chain.seq'), cell: ({ seq }) => seq },
    { header: t('chain.hash'), cell: ({ hash }) => hash },
  ]
  return download(toCsv(columns, await listHeads()), `gisement-${t('chain.file')}.csv`, 'text/csv')
}
