import { publicChainText } from '~/features/accounting/public-chain.server'
import { downloadStream } from '~/http/replies.server'

/** The anonymised ledger: every hash, and what a row says where its commune has handovers enough. */
export function loader() {
  return downloadStream(publicChainText(), 'gisement-registre.json', 'application/json; charset=utf-8')
}
