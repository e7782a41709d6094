import { sha256 } from '~/platform/sha256.server'
import { publicFactsOf, type Comparison, type PublicFacts } from './model/paper-facts'
import { readPaperNumber } from './model/paper-number'
import { factsOf, findNumberOfFile, findPaper } from './queries/papers.server'

export type VerifiedPaper =
  | { kind: 'mistyped'; typed: string }
  | { kind: 'unknown'; number: string }
  | {
      kind: 'known'
      /** Whether the facts kept have the fingerprint that they were issued with. */
      isAuthentic: boolean
      number: string
      facts: PublicFacts
      factsSha256: string
    }

/** What anyone may know of a document by its number, as it was typed or scanned. */
export async function verifyPaper(typed: string): Promise<VerifiedPaper> {
  const number = readPaperNumber(typed)
  if (!number) return { kind: 'mistyped', typed: typed.slice(0, 40) }
  const paper = await findPaper(number)
  if (!paper) return { kind: 'unknown', number }
  const facts = factsOf(paper)
  const isAuthentic = sha256(paper.factsText) === paper.factsSha256 && facts.number === number
  return { kind: 'known', isAuthentic, number, facts: publicFactsOf(facts), factsSha256: paper.factsSha256 }
}

/** Which document a file is, byte for byte, by the SHA-256 of its bytes; `number` is the one it is held against. */
export async function comparePaper(number: string, sha256: string): Promise<Comparison> {
  const found = await findNumberOfFile(sha256.toLowerCase())
  if (found === null) return { kind: 'different' }
  return { kind: found === number ? 'same' : 'other', number: found }
}
