import type { LedgerDecider, LedgerKind, LedgerReason, TruckName } from '~/core/ledger-terms'
import type { MaterialType } from '~/core/material-types'

/** The hash «before» the first row. */
export const GENESIS = '0'.repeat(64)

/** Names the canonical form below; another form takes another name, so that old rows keep theirs. */
const FORM = 'gisement-ledger-1'

/** SHA-256 of a UTF-8 text, lower-case hexadecimal. */
export type Sha256 = (text: string) => string

/**
 * What a row of the ledger says, as its hash covers it. Records are named by references only: the SHA-256 of their kind
 * and id (`referenceTo`), which tell nothing of a person and stay valid when one is erased. Grams, metres, percents.
 */
export type LedgerContent = {
  kind: LedgerKind
  handoverRef: string
  correctsSeq: number | null
  correctionRef: string | null
  siteRef: string
  fromCommuneCode: string
  toCommuneCode: string | null
  material: MaterialType
  massG: number
  straightM: number | null
  netAvoidedGCo2e: number | null
  netLowGCo2e: number | null
  netHighGCo2e: number | null
  factorVersion: string | null
  truck: TruckName | null
  emptyReturnPct: number | null
  handedOverOn: string
  recordedAtMs: number
  reason: LedgerReason | null
  decidedBy: LedgerDecider | null
}

/** The fields in the order in which the canonical form writes them. */
export const CONTENT_FIELDS = [
  'kind',
  'handoverRef',
  'correctsSeq',
  'correctionRef',
  'siteRef',
  'fromCommuneCode',
  'toCommuneCode',
  'material',
  'massG',
  'straightM',
  'netAvoidedGCo2e',
  'netLowGCo2e',
  'netHighGCo2e',
  'factorVersion',
  'truck',
  'emptyReturnPct',
  'handedOverOn',
  'recordedAtMs',
  'reason',
  'decidedBy',
] as const satisfies readonly (keyof LedgerContent)[]

/** The reference of a record: its id cannot be found back from it, the same id always gives the same. */
export function referenceTo(kind: 'handover' | 'site' | 'correction', id: string, sha256: Sha256): string {
  return sha256(`${kind}:${id}`)
}

/** The digest of a content: SHA-256 of the JSON array of the form's name and the fields, without spaces. */
export function digestOf(content: LedgerContent, sha256: Sha256): string {
  return sha256(JSON.stringify([FORM, ...CONTENT_FIELDS.map((field) => content[field])]))
}

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
 * @param known what was published of it, and the highest number that was ever given (0 when not known)
 */
export function verifyChain(
  links: Iterable<ChainLink>,
  known: { heads: readonly PublishedHead[]; highestSeq: number },
  sha256: Sha256,
): ChainReport {
  const faults: ChainFault[] = []
  const seqOf = new Map<string, number>([[GENESIS, 0]])
  const hashOf = new Map<number, string>()
  let before: ChainHead = { seq: 0, hash: GENESIS }
  let rows = 0
  let lastSeq = 0
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
