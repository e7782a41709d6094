import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Locale } from '~/core/locale'
import { reader } from '~/platform/db.server'
import { handoverFiles, handoverPaperFiles, handoverPapers } from '~db/sqlite/handover-papers'
import { handovers } from '~db/sqlite/reservations'
import type { Side } from '../model/machine'
import type { PaperFacts, PaperKind } from '../model/paper-facts'

export type StoredPaper = {
  number: string
  kind: PaperKind
  reservationId: string
  /** As issued: canonical JSON of `PaperFacts`. */
  factsText: string
  factsSha256: string
  issuedAtMs: number
}

const storedPaper = {
  number: handoverPapers.number,
  kind: handoverPapers.kind,
  reservationId: handovers.reservationId,
  factsText: handoverPapers.facts,
  factsSha256: handoverPapers.factsSha256,
  issuedAtMs: handoverPapers.issuedAtMs,
} as const

function selectPapers() {
  return reader()
    .select(storedPaper)
    .from(handoverPapers)
    .innerJoin(handovers, eq(handovers.id, handoverPapers.handoverId))
}

export async function findPaper(number: string): Promise<StoredPaper | null> {
  const rows = await selectPapers().where(eq(handoverPapers.number, number)).limit(1)
  return rows[0] ?? null
}

/** The documents of a reservation's handover; none before both sides have signed. */
export async function listPapersOf(reservationId: string): Promise<StoredPaper[]> {
  return selectPapers().where(eq(handovers.reservationId, reservationId)).orderBy(asc(handoverPapers.kind))
}

/** The numbers of the documents of a handover. */
export async function listPaperNumbers(handoverId: string): Promise<string[]> {
  const rows = await reader()
    .select({ number: handoverPapers.number })
    .from(handoverPapers)
    .where(eq(handoverPapers.handoverId, handoverId))
  return rows.map(({ number }) => number)
}

/** The facts of a document; they were written by the same type. */
export function factsOf({ factsText }: Pick<StoredPaper, 'factsText'>): PaperFacts {
  return JSON.parse(factsText) as PaperFacts
}

export type PaperFile = { locale: Locale; storageKey: string; sha256: string; sizeBytes: number }

const paperFile = {
  locale: handoverPaperFiles.locale,
  storageKey: handoverPaperFiles.storageKey,
  sha256: handoverPaperFiles.sha256,
  sizeBytes: handoverPaperFiles.sizeBytes,
} as const

/** The file of a document in a language; null before it is drawn. */
export async function findPaperFile(number: string, locale: Locale): Promise<PaperFile | null> {
  const rows = await reader()
    .select(paperFile)
    .from(handoverPaperFiles)
    .where(and(eq(handoverPaperFiles.number, number), eq(handoverPaperFiles.locale, locale)))
    .limit(1)
  return rows[0] ?? null
}

/** The number of the document that a file is, by the hash of its bytes; null when it is none of ours. */
export async function findNumberOfFile(sha256: string): Promise<string | null> {
  const rows = await reader()
    .select({ number: handoverPaperFiles.number })
    .from(handoverPaperFiles)
    .where(eq(handoverPaperFiles.sha256, sha256))
    .limit(1)
  return rows[0]?.number ?? null
}

export type HandoverFileView = {
  id: string
  reservationId: string
  side: Side
  kind: 'weighing-slip' | 'installed'
  storageKey: string
}

/** Where the file of a picture is, and its hash, once that was noted. */
export async function findPictureFile(
  id: string,
): Promise<{ storageKey: string; fileSha256: string | null } | null> {
  const { storageKey, fileSha256 } = handoverFiles
  const rows = await reader()
    .select({ storageKey, fileSha256 })
    .from(handoverFiles)
    .where(eq(handoverFiles.id, id))
    .limit(1)
  return rows[0] ?? null
}

/** Pictures whose row knows no hash of its file, in the order of their ids. */
export async function listPicturesWithoutHash(after: string, limit: number): Promise<string[]> {
  const rows = await reader()
    .select({ id: handoverFiles.id })
    .from(handoverFiles)
    .where(and(gt(handoverFiles.id, after), isNull(handoverFiles.fileSha256)))
    .orderBy(asc(handoverFiles.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

export async function findHandoverFileView(id: string): Promise<HandoverFileView | null> {
  const { reservationId, side, kind, storageKey } = handoverFiles
  const rows = await reader()
    .select({ id: handoverFiles.id, reservationId, side, kind, storageKey })
    .from(handoverFiles)
    .where(eq(handoverFiles.id, id))
    .limit(1)
  return rows[0] ?? null
}
