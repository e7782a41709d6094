import { randomBytes } from 'node:crypto'
import { massOfPart } from '~/features/lots/model/lot'
import { sha256 } from '~/platform/sha256.server'
import type { Tx } from '~/platform/transaction.server'
import {
  canonicalJson,
  countedPart,
  massBasisOf,
  PAPER_KINDS,
  UNDERTAKINGS,
  weighingOf,
  type PaperFacts,
} from './model/paper-facts'
import { DIFFERENCE_REASONS } from './model/handover'
import { PAPER_RANDOM, paperNumberOf } from './model/paper-number'
import {
  findHandoverFile,
  findSignedHandover,
  insertPaper,
  listChecks,
  listCommuneNames,
  listPaperKinds,
  listSignatures,
} from './repo/papers.server'

/**
 * Issues the two documents of a completed handover inside the transaction that completes it: their facts are those of
 * this instant, and never read again. Issuing twice issues once.
 * @throws Error when there is no such handover
 */
export async function issuePapers(
  tx: Tx,
  handoverId: string,
  random: (kind: string) => Uint8Array = () => randomBytes(PAPER_RANDOM),
): Promise<void> {
  const issued = await listPaperKinds(tx, handoverId)
  const missing = PAPER_KINDS.filter((kind) => !issued.includes(kind))
  if (missing.length === 0) return
  const stated = await readFacts(tx, handoverId)
  for (const kind of missing) {
    const number = paperNumberOf(random(kind))
    const facts = canonicalJson({ ...stated.facts, kind, number } satisfies PaperFacts)
    const factsSha256 = sha256(facts)
    await insertPaper(tx, { number, handoverId, kind, facts, factsSha256, issuedAtMs: stated.atMs })
  }
}

async function readFacts(
  tx: Tx,
  handoverId: string,
): Promise<{ facts: Omit<PaperFacts, 'kind' | 'number'>; atMs: number }> {
  const signed = await findSignedHandover(tx, handoverId)
  if (!signed) throw new Error(`No completed handover ${handoverId}`)
  const { handover, lot, reservedMilli } = signed
  const { giverCommuneCode, takerCommuneCode, fromCommuneCode, toCommuneCode } = signed
  const codes = [giverCommuneCode, takerCommuneCode, fromCommuneCode, toCommuneCode]
  const communes = await listCommuneNames(tx, codes)
  const communeName = (code: string | null) => communes.get(code) ?? null
  const checks = await listChecks(tx, signed.reservationId)
  const counted = countedPart(checks)
  const weighing = weighingOf(checks, handover.massG)
  const slipFile = weighing?.slipFileId ? await findHandoverFile(tx, weighing.slipFileId) : null
  const names = { giver: signed.giverName, taker: signed.takerName }
  const facts = {
    version: 1,
    handoverId,
    handedOverOn: handover.handedOverOn,
    doneAtMs: handover.doneAtMs ?? handover.completedAtMs,
    receivedAtMs: handover.completedAtMs,
    giver: { name: signed.giverName, siret: signed.giverSiret, communeName: communeName(giverCommuneCode) },
    taker: { name: signed.takerName, siret: signed.takerSiret, communeName: communeName(takerCommuneCode) },
    lot: { reference: lot.reference, title: lot.title, material: lot.material, condition: lot.condition },
    items: counted?.items ?? [],
    quantityMilli: handover.quantityMilli,
    reservedMilli,
    unit: lot.unit,
    difference:
      counted && handover.quantityMilli !== reservedMilli
        ? { reason: reasonOf(counted.reason), words: counted.difference }
        : null,
    massG: handover.massG,
    massBasis: massBasisOf(checks, handover.massG, massOfPart(lot, reservedMilli)),
    slip: weighing && { number: weighing.slipNumber, sha256: slipFile?.sha256 ?? null },
    legalStatus: handover.legalStatus,
    sortingOperator: handover.sortingOperator,
    sortedOn: handover.sortedOn,
    sortingEvidence: handover.sortingEvidence,
    priceCents: Math.round((lot.unitPriceCents * handover.quantityMilli) / 1000),
    fromCommune: communeName(fromCommuneCode) ?? fromCommuneCode,
    toCommune: communeName(toCommuneCode),
    undertakings: [...UNDERTAKINGS.giver, ...UNDERTAKINGS.taker],
    signatures: (await listSignatures(tx, signed.reservationId)).map((signature) => ({
      side: signature.side,
      name: signature.signedName,
      organisation: names[signature.side],
      atMs: signature.atMs,
      drawing: signature.drawing,
      onSide: signature.onSide ?? signature.side,
      receivedAtMs: signature.receivedAtMs,
    })),
  } satisfies Omit<PaperFacts, 'kind' | 'number'>
  return { facts, atMs: handover.completedAtMs }
}

function reasonOf(reason: string | null) {
  return DIFFERENCE_REASONS.find((one) => one === reason) ?? null
}
