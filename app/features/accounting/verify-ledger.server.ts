import { verifyChain, type ChainLink, type ChainReport, type PublishedHead } from '~/core/hash-chain'
import { countMissing, eachChainRow, highestSeq, listHeads, listUnfounded } from './queries/chain.server'
import { readHeadFiles } from './head-files.server'
import { sha256 } from '~/platform/sha256.server'

export type LedgerReport = ChainReport & {
  /** Published heads that the chain was held against, of the database and of the exported files. */
  heads: number
  /** Entries whose mass is not what both sides signed. */
  unfounded: { seq: number; massG: number; signedG: number }[]
  /** Signed handovers without an entry. */
  missing: number
}

/**
 * Follows the whole ledger, and holds it against every head that was published, in the database and in the files that
 * were exported, and against what was signed.
 * @param copies heads that someone kept elsewhere
 */
export async function verifyLedger(copies: readonly PublishedHead[] = []): Promise<LedgerReport> {
  const heads = distinct([...(await listHeads()), ...(await readHeadFiles()), ...copies])
  const links: ChainLink[] = []
  for await (const rows of eachChainRow()) {
    for (const { seq, digest, prevHash, hash } of rows) links.push({ seq, digest, prevHash, hash })
  }
  const report = verifyChain(links, { heads, highestSeq: await highestSeq() }, sha256)
  const [unfounded, missing] = await Promise.all([listUnfounded(), countMissing()])
  return { ...report, heads: heads.length, unfounded, missing }
}

function distinct(heads: readonly PublishedHead[]): PublishedHead[] {
  return [...new Map(heads.map((head) => [`${head.day} ${head.seq} ${head.hash}`, head])).values()]
}
