import { verifyChain, type ChainHead, type ChainLink, type ChainReport } from '~/core/hash-chain'
import { sha256 } from '~/platform/sha256.server'
import { eachAuditLink, findAuditAnchor, highestAuditSeq } from './queries/chain.server'

/** Follows the audit log from its anchor and holds it against heads that someone kept elsewhere. */
export async function verifyAudit(copies: readonly ChainHead[] = []): Promise<ChainReport> {
  const anchor = await findAuditAnchor()
  const links: ChainLink[] = []
  for await (const page of eachAuditLink()) links.push(...page)
  const heads = copies.map((head) => ({ ...head, day: '' }))
  return verifyChain(links, { heads, highestSeq: await highestAuditSeq(), anchor }, sha256)
}
