/** The hash «before» the first row of any chain. */
export const GENESIS = '0'.repeat(64)

/** SHA-256 of a UTF-8 text, lower-case hexadecimal. */
export type Sha256 = (text: string) => string

/** The hash of a row: SHA-256 of the JSON array of the hash before, the row's number and its digest. */
export function linkHash(prevHash: string, seq: number, digest: string, sha256: Sha256): string {
  return sha256(JSON.stringify([prevHash, seq, digest]))
}

/** A row as a chain holds it: `digest` is computed from what the row says today. */
export type ChainLink = { seq: number; digest: string; prevHash: string | null; hash: string | null }
export type ChainHead = { seq: number; hash: string }
/** A head that was published on a day: a copy that whoever changes the ledger later cannot call back. */
export type PublishedHead = ChainHead & { day: string }

/** Where a chain breaks, and how. */
export type ChainFault =
  | { kind: 'altered'; seq: number }
  | { kind: 'removed'; afterSeq: number; beforeSeq: number }
  | { kind: 'inserted'; seq: number }
  | { kind: 'truncated'; lastSeq: number; expectedSeq: number }
  | { kind: 'rewritten'; seq: number; day: string }
  | { kind: 'unsealed'; seq: number }

export type ChainReport = { rows: number; head: ChainHead | null; faults: ChainFault[] }

/**
 * Follows a chain from its first row and names every place where it breaks.
 * @param links in the order of their numbers
 * @param known what was published of it, the highest number that was ever given (0 when not known), and the last row
 *   before the first one that is kept, where older ones were let go
 */
export function verifyChain(
  links: Iterable<ChainLink>,
  known: { heads: readonly PublishedHead[]; highestSeq: number; anchor?: ChainHead | null },
  sha256: Sha256,
): ChainReport {
  const faults: ChainFault[] = []
  const start: ChainHead = known.anchor ?? { seq: 0, hash: GENESIS }
  const seqOf = new Map<string, number>([[start.hash, start.seq]])
  const hashOf = new Map<number, string>(start.seq > 0 ? [[start.seq, start.hash]] : [])
  let before = start
  let rows = 0
  let lastSeq = start.seq
  for (const { seq, digest, prevHash, hash } of links) {
    rows += 1
    lastSeq = seq
    if (hash === null || prevHash === null) {
      faults.push({ kind: 'unsealed', seq })
      continue
    }
    const isIntact = linkHash(prevHash, seq, digest, sha256) === hash
    if (!isIntact) faults.push({ kind: 'altered', seq })
    if (prevHash !== before.hash) faults.push(...breakBefore({ seq, prevHash }, before, seqOf, hashOf))
    seqOf.set(hash, seq)
    hashOf.set(seq, hash)
    before = { seq, hash }
  }
  faults.push(...againstKnown(lastSeq, hashOf, known))
  return { rows, head: before.seq === 0 ? null : before, faults: withoutRepeats(faults) }
}

/** A row that names another row as the one before it than the one that stands there. */
function breakBefore(
  row: { seq: number; prevHash: string },
  before: ChainHead,
  seqOf: ReadonlyMap<string, number>,
  hashOf: ReadonlyMap<number, string>,
): ChainFault[] {
  const named = seqOf.get(row.prevHash)
  if (named !== undefined) {
    const between = [...hashOf.keys()].filter((seq) => seq > named && seq < row.seq)
    return between.map((seq) => ({ kind: 'inserted', seq }))
  }
  // Without a gap in the numbers, nothing is missing: the row before was written anew, its hash with it.
  if (before.seq === row.seq - 1 && before.seq > 0) return [{ kind: 'altered', seq: before.seq }]
  return [{ kind: 'removed', afterSeq: before.seq, beforeSeq: row.seq }]
}

function againstKnown(
  lastSeq: number,
  hashOf: ReadonlyMap<number, string>,
  { heads, highestSeq }: { heads: readonly PublishedHead[]; highestSeq: number },
): ChainFault[] {
  const expectedSeq = Math.max(highestSeq, ...heads.map(({ seq }) => seq))
  const faults: ChainFault[] = []
  if (expectedSeq > lastSeq) faults.push({ kind: 'truncated', lastSeq, expectedSeq })
  for (const { seq, hash, day } of heads) {
    const found = hashOf.get(seq)
    if (found !== undefined && found !== hash) faults.push({ kind: 'rewritten', seq, day })
  }
  return faults
}

function withoutRepeats(faults: readonly ChainFault[]): ChainFault[] {
  const seen = new Set<string>()
  return faults.filter((fault) => {
    const text = JSON.stringify(fault)
    return seen.has(text) ? false : seen.add(text)
  })
}
