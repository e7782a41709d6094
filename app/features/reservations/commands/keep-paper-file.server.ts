import type { Locale } from '~/core/locale'
import { newStorageKey, removeFile, storeFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { sha256 } from '~/platform/sha256.server'
import { findPaperFile, type PaperFile } from '../queries/papers.server'
import { insertPaperFile } from '../repo/papers.server'

type KeepPaperFile = { number: string; locale: Locale; bytes: Uint8Array; drawnAtMs: number }

/** Keeps the drawn file of a document. Of two that are drawn at once the first is kept; the one kept is returned. */
export async function keepPaperFile({ number, locale, bytes, drawnAtMs }: KeepPaperFile): Promise<PaperFile> {
  const storageKey = `${newStorageKey()}-paper.pdf`
  await storeFile('documents', storageKey, bytes)
  const file = { locale, storageKey, sha256: sha256(bytes), sizeBytes: bytes.byteLength }
  const isFirst = await withTx((tx) => insertPaperFile(tx, { number, drawnAtMs, ...file }))
  if (isFirst) return file
  await removeFile('documents', storageKey)
  const kept = await findPaperFile(number, locale)
  if (!kept) throw new Error(`Document ${number} has no file`)
  return kept
}
