import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { addAttachment } from '~/features/attachments/commands/add-attachment.server'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { revokeShare, shareLot } from '~/features/lots/commands/share-lot.server'
import { SHARES_PER_HOUR } from '~/features/lots/model/share'
import { listShares } from '~/features/lots/queries/shares.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { action as sharesAction, loader as sharesLoader } from '~/routes/lot-shares/route'
import { loader as csvLoader } from '~/routes/lot-shares-csv/route'
import { loader as lotLoader } from '~/routes/lot/route'
import { loader as documentLoader } from '~/routes/shared-document/route'
import { loader as pdfLoader } from '~/routes/shared-lot-pdf/route'
import { headers, loader as sharedLoader, meta } from '~/routes/shared-lot/route'
import { lotShares } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { events } from '~db/sqlite/platform'
import { granted, opensSite, publishes } from '~tests/support/answers'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { readPdf } from '~tests/support/read-pdf'

const SECRET_ADDRESS = '4 rue du Préau-Secret'
const DAY_MS = 86_400_000

let open: TestDatabase
let giver: Actor
let other: Actor
let siteId = ''
let lotId = ''
const noon = Date.parse(`${TODAY}T12:00:00Z`)
let now = noon

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  other = await makeActor('giver')
  siteId = await opensSite(giver, { address: SECRET_ADDRESS })
})
afterAll(() => {
  setClock()
  open.remove()
})
beforeEach(async () => {
  now = noon
  const attachmentIds = [await sendsDocument()]
  const stage = { visibility: 'staged', publicFrom: addDays(TODAY, 10) }
  lotId = await publishes(giver, siteId, { ...stage, attachmentIds })
  await open.write.delete(lotShares)
})

async function sendsDocument(): Promise<string> {
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
  const sent = { attachmentId: newId(), kind: 'technical-sheet' as const, name: 'notice.pdf', bytes }
  granted(await addAttachment({ actor: giver, ...sent }))
  return sent.attachmentId
}

/** Makes a link and gives the secret in its address. */
async function shares(days: 7 | 30 | 90 = 30, id = newId()): Promise<{ id: string; token: string }> {
  granted(await shareLot({ actor: giver, id, lotId, days }))
  const made = (await listShares(lotId)).find((share) => share.id === id)
  return { id, token: made?.url?.split('/').at(-1) ?? '' }
}

async function opens(token: string, who: Actor | null = null) {
  const answer = await sharedLoader(argsOf(await requestAs(who, paths.sharedLot(token)), { token }))
  return { status: answer.init?.status, ...answer.data }
}

async function statusOf(answer: Promise<unknown>): Promise<number> {
  const reply = await answerOf(answer)
  if (reply instanceof Response) return reply.status
  return (reply as { init?: { status?: number } }).init?.status ?? 200
}

describe('a link to a lot', () => {
  it('ASVS 8.2.3: shows the sheet to whoever holds it, before the lot is public, and nothing of the address', async () => {
    const { token } = await shares()
    expect(await statusOf(lotLoader(argsOf(await requestAs(null, paths.lot(lotId)), { lotId })))).toBe(404)
    const page = await opens(token)
    expect(page).toMatchObject({ status: 200, state: 'open', until: addDays(TODAY, 30) })
    expect(page.sheet).toMatchObject({ lot: { id: lotId }, isVisible: false })
    expect(page.sheet?.photos).toHaveLength(1)
    const said = JSON.stringify(page)
    for (const hidden of [SECRET_ADDRESS, giver.name, giver.email, giver.userId]) {
      expect(said).not.toContain(hidden)
    }
  })

  it('says no more of the lot than its public page', async () => {
    const { token } = await shares()
    const { sheet } = await opens(token)
    now = noon + 10 * DAY_MS
    const { data: page } = await lotLoader(argsOf(await requestAs(null, paths.lot(lotId)), { lotId }))
    expect(sheet?.lot).toEqual(page.lot)
    expect(Object.keys(sheet!).filter((key) => !(key in page))).toEqual(['isVisible'])
    expect((await opens(token)).sheet?.isVisible).toBe(true)
  })

  it('keeps its page out of search engines and its secret out of referrers, the database and events', async () => {
    const { id, token } = await shares()
    expect(headers({} as never)).toEqual({
      'X-Robots-Tag': 'noindex, nofollow',
      'Referrer-Policy': 'strict-origin',
      'Cache-Control': 'private, no-store',
    })
    const tags = meta({ data: await opens(token), matches: [] } as never)
    expect(tags).toContainEqual({ name: 'robots', content: 'noindex, nofollow' })
    expect(tags).toContainEqual({ name: 'referrer', content: 'strict-origin' })
    const [row] = await open.read.select().from(lotShares).where(eq(lotShares.id, id))
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
    const kept = [row, await open.read.select().from(events).where(eq(events.entityId, lotId))]
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  it('gives the sheet on paper and the documents of this lot alone', async () => {
    const { token } = await shares()
    const request = await requestAs(null, paths.sharedLotPdf(token))
    const pdf = await pdfLoader(argsOf(request, { token }))
    expect(pdf.headers.get('X-Robots-Tag')).toBe('noindex')
    const { pages } = await readPdf(new Uint8Array(await pdf.arrayBuffer()))
    const text = pages.map((page) => page.text).join(' ')
    expect(text).toContain('Portes à âme pleine')
    expect(text).not.toContain('Préau-Secret')
    const [own] = (await opens(token)).sheet!.documents
    const alien = await sendsDocument()
    const fetches = async (attachmentId: string, secret = token) =>
      statusOf(documentLoader(argsOf(await requestAs(null, '/'), { token: secret, attachmentId })))
    expect(await fetches(own!.id)).toBe(200)
    expect(await fetches(alien)).toBe(404)
    expect(await fetches(own!.id, 'inconnu')).toBe(404)
  })

  it.each([7, 30, 90] as const)('lasts %i days, to the millisecond', async (days) => {
    const { token } = await shares(days)
    now = noon + days * DAY_MS - 1
    expect(await opens(token)).toMatchObject({ status: 200 })
    now += 1
    expect(await opens(token)).toMatchObject({ status: 410, state: 'expired', sheet: null })
    const pdf = pdfLoader(argsOf(await requestAs(null, '/'), { token }))
    expect(await statusOf(pdf)).toBe(410)
  })

  it('opens nothing once it is revoked, the lot withdrawn or its organisation closed', async () => {
    const revoked = await shares()
    const kept = await shares()
    granted(await revokeShare({ actor: giver, lotId, id: revoked.id }))
    granted(await revokeShare({ actor: giver, lotId, id: revoked.id }))
    expect(await opens(revoked.token)).toMatchObject({ status: 410, state: 'revoked', sheet: null })
    expect(await opens(kept.token)).toMatchObject({ status: 200 })
    await closes(noon)
    expect(await opens(kept.token)).toMatchObject({ status: 410, state: 'withdrawn', sheet: null })
    await closes(null)
    expect(await opens(kept.token)).toMatchObject({ status: 200 })
    granted(await changeLotStatus({ actor: giver, lotId, status: 'withdrawn' }))
    expect(await opens(kept.token)).toMatchObject({ status: 410, state: 'withdrawn', sheet: null })
    expect(await opens('inconnu')).toMatchObject({ status: 404, state: 'unknown', sheet: null })
    const again = await shareLot({ actor: giver, id: newId(), lotId, days: 7 })
    expect(again).toMatchObject({ error: { code: 'share-withdrawn' } })
  })
})

async function closes(suspendedAtMs: number | null): Promise<void> {
  await open.write
    .update(organisations)
    .set({ suspendedAtMs })
    .where(eq(organisations.id, giver.organisationId))
}

describe('making links', () => {
  it('makes one for an id that is sent twice or by two at once, with one event', async () => {
    const id = newId()
    const both = await Promise.all([shares(7, id), shares(7, id)])
    expect(both[0].token).toBe(both[1].token)
    expect(await shares(90, id)).toEqual(both[0])
    const made = await listShares(lotId)
    expect(made).toMatchObject([{ id, expiresAtMs: noon + 7 * DAY_MS, state: 'open', createdBy: giver.name }])
    const told = await open.read
      .select()
      .from(events)
      .where(and(eq(events.entityId, lotId), eq(events.kind, 'shared')))
    expect(told).toHaveLength(1)
  })

  it('is for those who may edit the lot, with a confirmed address', async () => {
    const { id } = await shares()
    const asked = { id: newId(), lotId, days: 7 as const }
    expect(await shareLot({ actor: other, ...asked })).toMatchObject({ error: { code: 'not-found' } })
    expect(await revokeShare({ actor: other, lotId, id })).toMatchObject({ error: { code: 'not-found' } })
    const unconfirmed = { ...giver, isConfirmed: false }
    expect(await shareLot({ actor: unconfirmed, ...asked })).toMatchObject({
      error: { code: 'email-unconfirmed' },
    })
    const elsewhere = await publishes(giver, siteId)
    expect(await revokeShare({ actor: giver, lotId: elsewhere, id })).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(await shareLot({ actor: giver, ...asked, id, lotId: elsewhere })).toMatchObject({
      error: { code: 'not-found' },
    })
    expect((await listShares(lotId)).map(({ state }) => state)).toEqual(['open'])
  })

  it('pauses after an hour’s links, and begins again an hour later', async () => {
    for (let made = 0; made < SHARES_PER_HOUR; made++) await shares(7)
    const another = { actor: giver, id: newId(), lotId, days: 7 as const }
    expect(await shareLot(another)).toMatchObject({ error: { code: 'share-limit' } })
    now += 3_600_000
    granted(await shareLot(another))
  })
})

describe('the page of the links', () => {
  const posts = async (who: Actor, form: Record<string, string>) =>
    answerOf(sharesAction(argsOf(await requestAs(who, paths.lotShares(lotId), form), { lotId })))

  it('makes and revokes links by plain forms, for the lot’s own organisation', async () => {
    const id = newId()
    const made = await posts(giver, { intent: 'create', id, days: '90' })
    expect((made as Response).headers.get('Location')).toBe(paths.lotShares(lotId, '?fait=cree'))
    const page = await sharesLoader(argsOf(await requestAs(giver, paths.lotShares(lotId)), { lotId }))
    expect(page.shares[0]?.url).toMatch(/^http.*\/fiche\/[\w-]{43}$/)
    for (const who of [other, null]) {
      const asked = await requestAs(who, paths.lotShares(lotId))
      expect([302, 404]).toContain(await statusOf(sharesLoader(argsOf(asked, { lotId }))))
    }
    expect(await statusOf(posts(other, { intent: 'revoke', id }))).toBe(404)
    await posts(giver, { intent: 'revoke', id })
    expect((await listShares(lotId))[0]).toMatchObject({ state: 'revoked', url: null })
  })

  it.each([{ days: '365' }, { days: '' }, { id: 'x', days: '7' }])('refuses %o', async (form) => {
    const reply = await posts(giver, { intent: 'create', id: newId(), ...form })
    expect(reply).toMatchObject({ init: { status: 400 } })
    expect(await listShares(lotId)).toEqual([])
  })

  it('exports the links without their secrets', async () => {
    const { token } = await shares()
    const reply = await csvLoader(argsOf(await requestAs(giver, paths.lotSharesCsv(lotId)), { lotId }))
    const text = await reply.text()
    expect(text).toContain(`${TODAY};${giver.name};${addDays(TODAY, 30)};Ouvert`)
    expect(text).not.toContain(token)
  })
})
