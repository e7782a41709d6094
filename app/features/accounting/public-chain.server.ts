import type { PublicRow } from './model/public-chain'
import { eachChainRow, findHead, listHeads } from './queries/chain.server'
import { readWithholding } from './queries/withheld.server'

/** The anonymised chain as one JSON text, some thousands of rows at a time: `PublicChain`. */
export async function* publicChainText(): AsyncGenerator<string, void, undefined> {
  const [head, heads, { isTold }] = await Promise.all([findHead(), listHeads(), readWithholding()])
  yield `{"format":"gisement-ledger-1","head":${JSON.stringify(head)},"heads":${JSON.stringify(heads)},"rows":[`
  let link = '\n'
  for await (const rows of eachChainRow()) {
    for (const { seq, digest, prevHash, hash, content } of rows) {
      if (prevHash === null || hash === null) continue
      // Rows that are added while this is read belong to a later head.
      if (head && seq > head.seq) continue
      const row: PublicRow = { seq, digest, prevHash, hash, content: isTold(content) ? content : null }
      yield link + JSON.stringify(row)
      link = ',\n'
    }
  }
  yield '\n]}\n'
}
