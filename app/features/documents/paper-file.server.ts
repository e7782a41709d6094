import { nowMs } from '~/core/clock'
import { LOCALES, type Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { keepPaperFile } from '~/features/reservations/commands/keep-paper-file.server'
import {
  factsOf,
  findPaper,
  findPaperFile,
  listPaperNumbers,
  type PaperFile,
  type StoredPaper,
} from '~/features/reservations/queries/papers.server'
import { env } from '~/platform/env.server'
import { readStoredFile } from '~/platform/storage.server'
import { handoverPaperName, handoverPaperPdf } from './handover-paper.server'

export type PaperBytes = { bytes: Uint8Array<ArrayBuffer>; fileName: string; sha256: string }

/**
 * The file of a document in a language: drawn and kept at the first asking, the same bytes ever after.
 * @throws Error when a kept file is gone or altered: another one is never made in its place
 */
export async function readPaper(paper: StoredPaper, locale: Locale): Promise<PaperBytes> {
  const file = (await findPaperFile(paper.number, locale)) ?? (await drawPaper(paper, locale))
  const bytes = await readStoredFile('documents', file.storageKey, file.sha256)
  if (!bytes) throw new Error(`The file of document ${paper.number} is missing`)
  const fileName = handoverPaperName(factsOf(paper), locale)
  return { bytes, fileName, sha256: file.sha256 }
}

/** Draws the documents of a completed handover in every language, those that are not drawn yet. */
export async function drawPapers(handoverId: string): Promise<void> {
  for (const number of await listPaperNumbers(handoverId)) {
    const paper = await findPaper(number)
    if (!paper) continue
    for (const locale of LOCALES) {
      if (!(await findPaperFile(number, locale))) await drawPaper(paper, locale)
    }
  }
}

/** Where anyone checks a document, under the name that the public knows the service by. */
export function paperAddress(number: string): string {
  return env().publicUrl + paths.verifyPaper(number)
}

async function drawPaper(paper: StoredPaper, locale: Locale): Promise<PaperFile> {
  const { number, factsSha256, issuedAtMs } = paper
  const url = paperAddress(number)
  const stream = await handoverPaperPdf({ facts: factsOf(paper), factsSha256, locale, issuedAtMs, url })
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  return keepPaperFile({ number, locale, bytes, drawnAtMs: nowMs() })
}
