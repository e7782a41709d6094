import {
  verifyChain,
  type ChainHead,
  type ChainLink,
  type ChainReport,
  type PublishedHead,
  type Sha256,
} from '~/core/hash-chain'
import { digestOf, type LedgerContent } from './ledger-chain'

/** A row as everyone may read it: always its digest and hashes, its content where enough rows are like it. */
export type PublicRow = {
  seq: number
  digest: string
  prevHash: string
  hash: string
  content: LedgerContent | null
}

/** The anonymised chain, whole: what a third party needs to verify it. */
export type PublicChain = {
  format: 'gisement-ledger-1'
  head: ChainHead | null
  heads: PublishedHead[]
  rows: PublicRow[]
}

/** Follows a chain that was downloaded. What a row says is held against its digest where it says anything. */
export function verifyPublicChain(
  chain: PublicChain,
  copies: readonly PublishedHead[],
  sha256: Sha256,
): ChainReport {
  const links = chain.rows.map(({ seq, digest, prevHash, hash, content }): ChainLink => ({
    seq,
    prevHash,
    hash,
    digest: content ? digestOf(content, sha256) : digest,
  }))
  return verifyChain(links, { heads: [...chain.heads, ...copies], highestSeq: chain.head?.seq ?? 0 }, sha256)
}
