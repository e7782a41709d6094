import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { addAttachment } from '~/features/attachments/commands/add-attachment.server'
import { attachAttachments } from '~/features/attachments/commands/attach-attachments.server'
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS_PER_LOT } from '~/features/attachments/model/attachment'
import {
  findAttachment,
  listAttachmentsOf,
  listAttachmentsOfLot,
} from '~/features/attachments/queries.server'
import { readDocument } from '~/features/attachments/read-document.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { downloadFile } from '~/http/replies.server'
import { env, setEnv } from '~/platform/env.server'
import { scanForViruses } from '~/platform/virus-scanner.server'
import { withTx } from '~/platform/transaction.server'
import { makeActor, makeLot, makeSite, openTestDatabase, type TestDatabase } from '~tests/support/deal'
import { startScanner, type TestScanner } from '~tests/support/scanner'

let open: TestDatabase
let giver: Actor
let other: Actor
let lotId = ''

beforeAll(async () => {
  open = await openTestDatabase()
  giver = await makeActor('giver')
  other = await makeActor('giver')
  lotId = await makeLot(giver, await makeSite(giver), 10)
})
afterAll(() => open.remove())

const pdf = (text = newId()) => new TextEncoder().encode(`%PDF-1.7\n${text}\n%%EOF\n`)

function send(bytes: Uint8Array, attachmentId = newId(), actor = giver) {
  return addAttachment({ actor, attachmentId, kind: 'technical-sheet', bytes, name: 'fiche porte.PDF' })
}

async function sent(actor = giver): Promise<string> {
  const id = newId()
  expect(await send(pdf(), id, actor)).toEqual({ ok: true, value: { attachmentId: id } })
  return id
}

const give = (attachmentIds: readonly string[], organisationId = giver.organisationId) =>
  withTx((tx) => attachAttachments(tx, { organisationId, lotId, attachmentIds }))

describe('sending a document', () => {
  it('ASVS 5.3.2, 5.4.1: keeps its bytes as they are, under a name without surprises', async () => {
    const bytes = pdf('Fiche technique')
    const id = newId()
    await send(bytes, id)
    const stored = await findAttachment(id)
    expect(stored).toMatchObject({
      fileName: 'fiche porte.pdf',
      kind: 'technical-sheet',
      sizeBytes: bytes.length,
      lotId: null,
    })
    expect(Buffer.from((await readDocument(stored!.storageKey, stored!.sha256))!)).toEqual(Buffer.from(bytes))
  })

  it('twice, even at the same time, stores it once; other bytes or another sender conflict', async () => {
    const id = newId()
    const bytes = pdf()
    const results = await Promise.all([send(bytes, id), send(bytes, id), send(bytes, id)])
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(await send(pdf(), id)).toMatchObject({ error: { code: 'conflict' } })
    expect(await send(bytes, id, other)).toMatchObject({ error: { code: 'conflict' } })
    expect(await listAttachmentsOf(giver.organisationId, [id])).toHaveLength(1)
    expect(await listAttachmentsOf(other.organisationId, [id])).toEqual([])
  })

  it.each([
    ['document-type', 'a page named .pdf', new TextEncoder().encode('<html>%PDF-1.7 %%EOF</html>')],
    ['document-type', 'a PDF cut in the middle', pdf().subarray(0, 20)],
    ['document-too-large', 'more bytes than allowed', new Uint8Array(MAX_ATTACHMENT_BYTES + 1)],
  ])('ASVS 5.2.1, 5.2.2: is refused with %s: %s', async (code, _, bytes) => {
    expect(await send(bytes)).toMatchObject({
      ok: false,
      error: { code, field: 'attachments', params: { name: 'fiche porte.PDF' } },
    })
  })
})

describe('giving documents to a lot', () => {
  it('makes these its documents, and frees those left out', async () => {
    const [first, second] = [await sent(), await sent()]
    expect(await give([first, second])).toBe(true)
    expect((await listAttachmentsOfLot(lotId)).map(({ id }) => id)).toEqual([first, second])
    expect(await give([second])).toBe(true)
    expect((await listAttachmentsOfLot(lotId)).map(({ id }) => id)).toEqual([second])
    expect(await findAttachment(first)).toMatchObject({ lotId: null })
    expect(await give([])).toBe(true)
  })

  it('never takes those of others, unknown ones, those of another lot, or too many', async () => {
    expect(await give([await sent(other)])).toBe(false)
    expect(await give([newId()])).toBe(false)
    const many = await Promise.all(Array.from({ length: MAX_ATTACHMENTS_PER_LOT + 1 }, () => sent()))
    expect(await give(many)).toBe(false)
    const taken = await sent()
    const elsewhere = await makeLot(giver, await makeSite(giver), 1)
    const { organisationId } = giver
    await withTx((tx) => attachAttachments(tx, { organisationId, lotId: elsewhere, attachmentIds: [taken] }))
    expect(await give([taken])).toBe(false)
  })
})

it('ASVS 3.2.1, 5.4.2: is downloaded, never shown, under its own name', () => {
  const { headers } = downloadFile(new Uint8Array(pdf()), 'Rapport d’essai n° 3.pdf', 'application/pdf')
  expect(headers.get('Content-Disposition')).toBe(
    `attachment; filename="Rapport d_essai n_ 3.pdf"; filename*=UTF-8''Rapport%20d%E2%80%99essai%20n%C2%B0%203.pdf`,
  )
})

describe('a virus scanner that the operator has', () => {
  const KNOWN = 'charge utile connue'
  let scanner: TestScanner
  const rows = () => open.writer.prepare('select count(*) n from lot_attachments').pluck().get() as number
  beforeAll(async () => {
    scanner = await startScanner(env().dataDir, KNOWN)
    setEnv({ ...env(), scanner: { kind: 'socket', path: scanner.place } })
  })
  afterAll(async () => {
    setEnv({ ...env(), scanner: null })
    await scanner.stop()
  })
  beforeEach(() => {
    scanner.mood = 'looks'
  })

  it('ASVS 5.4.3: is given every document whole, and one that it knows is not kept', async () => {
    const large = new Uint8Array(Buffer.concat([pdf().subarray(0, 9), Buffer.alloc(200_000, 65), pdf()]))
    expect((await send(large)).ok).toBe(true)
    expect(scanner.seen.at(-1)).toEqual(Buffer.from(large))
    const before = rows()
    expect(await send(pdf(`avant ${KNOWN} après`))).toMatchObject({
      error: { code: 'document-infected', field: 'attachments', params: { name: 'fiche porte.PDF' } },
    })
    expect(rows()).toBe(before)
  })

  it.each(['hangs up', 'too large'] as const)(
    'ASVS 5.4.3, 16.5.3: that %s lets nothing pass',
    async (mood) => {
      scanner.mood = mood
      const before = rows()
      expect(await send(pdf())).toMatchObject({ error: { code: 'document-unscanned' } })
      expect(rows()).toBe(before)
    },
  )

  it('ASVS 16.5.2: that does not answer is not waited for longer than told, and one that is away is said to be', async () => {
    scanner.mood = 'silent'
    expect(await scanForViruses(pdf(), 50)).toEqual({ kind: 'failed', reason: 'no verdict in time' })
    setEnv({ ...env(), scanner: { kind: 'socket', path: `${scanner.place}-absent` } })
    expect(await send(pdf())).toMatchObject({ error: { code: 'document-unscanned' } })
    setEnv({ ...env(), scanner: { kind: 'socket', path: scanner.place } })
  })

  it('is not asked where there is none', async () => {
    const given = env().scanner
    setEnv({ ...env(), scanner: null })
    expect(await scanForViruses(pdf())).toBeNull()
    expect((await send(pdf(KNOWN))).ok).toBe(true)
    setEnv({ ...env(), scanner: given })
  })
})
