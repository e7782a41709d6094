import { argsOf, requestAs } from '~tests/support/requests'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { askForMonthlyMails } from '~/features/board/commands/ask-for-monthly-mails.server'
import { chooseMonthlyMail } from '~/features/board/commands/choose-monthly-mail.server'
import { addPurchase, importPurchases, removePurchase } from '~/features/board/commands/keep-purchases.server'
import { MOST_LINES } from '~/features/board/model/purchase'
import { isMailed } from '~/features/board/queries/mails.server'
import { listPurchases } from '~/features/board/queries/purchases.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { action as chooseMail } from '~/routes/board-mail/route'
import { action as stopMail, loader as stopPage } from '~/routes/board-mail-stop/route'
import { action as purchasesAction, loader as purchasesPage } from '~/routes/commune-purchases/route'
import { loader as purchasesCsv } from '~/routes/commune-purchases-csv/route'
import { createActor } from '~tests/support/actors'
import { makeSite, openTestDatabase, type TestDatabase } from '~tests/support/deal'
import { answerOf } from '~tests/support/requests'
import { env } from '~/platform/env.server'

const CODE = '93048'
const YEAR = 2026
let open: TestDatabase
let agent: Actor
let neighbour: Actor
let giver: Actor
let now = '2026-09-15T10:00:00Z'

beforeAll(async () => {
  setClock({ now: () => Date.parse(now) })
  open = await openTestDatabase()
  agent = await createActor('agent')
  neighbour = await createActor('agent', { communeCode: '93066' })
  giver = await createActor('giver')
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(() => {
  open.writer.exec('delete from commune_purchases; delete from commune_mails; delete from jobs')
})

const count = (query: string) => open.writer.prepare(query).pluck().get() as number
const events = (kind: string) => count(`select count(*) from events where kind = '${kind}'`)
const line = (more: Partial<Parameters<typeof addPurchase>[0]> = {}) => ({
  ...{ actor: agent, communeCode: CODE, year: YEAR, id: newId(), label: 'Mobilier' },
  ...{ amountCents: 100_000, reusedBp: 2000, recycledBp: 500 },
  ...more,
})

describe('purchases', () => {
  it('are added once however often they are sent, and taken out with an event that keeps them', async () => {
    const one = line()
    const before = events('purchase-added')
    for (let sent = 0; sent < 3; sent++) expect(await addPurchase(one)).toMatchObject({ ok: true })
    expect(await listPurchases(CODE, YEAR)).toHaveLength(1)
    expect(events('purchase-added')).toBe(before + 1)
    for (let sent = 0; sent < 2; sent++) {
      expect(await removePurchase({ actor: agent, communeCode: CODE, id: one.id })).toMatchObject({
        ok: true,
      })
    }
    expect(await listPurchases(CODE, YEAR)).toEqual([])
    expect(events('purchase-removed')).toBe(1)
  })

  it('are the commune’s agent’s alone', async () => {
    const one = line()
    await addPurchase(one)
    for (const actor of [neighbour, giver, await createActor('admin')]) {
      expect(await addPurchase(line({ actor }))).toMatchObject({ error: { code: 'forbidden' } })
      const bytes = Buffer.from('Papier;12;0;0')
      expect(await importPurchases({ actor, communeCode: CODE, year: YEAR, bytes })).toMatchObject({
        ok: false,
      })
    }
    const foreign = { actor: neighbour, communeCode: '93066', id: one.id }
    expect(await removePurchase(foreign)).toMatchObject({ error: { code: 'not-found' } })
    expect(await addPurchase({ ...line(foreign), year: YEAR })).toMatchObject({ error: { code: 'conflict' } })
    expect(await listPurchases(CODE, YEAR)).toHaveLength(1)
    const page = async (actor: Actor) =>
      answerOf(purchasesPage(argsOf(await requestAs(actor, `/communes/${CODE}/achats`), { code: CODE })))
    expect(await page(agent)).toMatchObject({ place: { code: CODE }, lines: [{ id: one.id }] })
    expect(await page(neighbour)).toMatchObject({ status: 404 })
    expect(await page(giver)).toMatchObject({ status: 403 })
  })

  it('go out as a table and come back the same', async () => {
    await addPurchase(line({ label: '=Mobilier ; bureau', amountCents: 1_234_550, reusedBp: 1250 }))
    await addPurchase(line({ label: 'Papier', reusedBp: 0, recycledBp: 10_000 }))
    const ask = argsOf(await requestAs(agent, `/communes/${CODE}/achats.csv?annee=${YEAR}`), { code: CODE })
    const bytes = Buffer.from(await (await purchasesCsv(ask)).arrayBuffer())
    const before = (await listPurchases(CODE, YEAR)).map(({ id: _, ...rest }) => rest)
    for (let sent = 0; sent < 2; sent++) {
      const imported = await importPurchases({ actor: agent, communeCode: CODE, year: YEAR, bytes })
      expect(imported).toEqual({ ok: true, value: 2 })
    }
    expect((await listPurchases(CODE, YEAR)).map(({ id: _, ...rest }) => rest)).toEqual(before)
  })

  it('stay as they were when a table cannot be read, and say which line', async () => {
    await addPurchase(line())
    const tries = {
      'purchase-row': 'Achat;Montant;R;C\r\nPapier;12;0;0\r\nEncre;beaucoup;0;0',
      'table-empty': 'Achat;Montant;R;C',
      'purchase-limit': Array.from({ length: MOST_LINES + 1 }, () => 'Papier;12;0;0').join('\n'),
    }
    for (const [code, text] of Object.entries(tries)) {
      const bytes = Buffer.from(text)
      const imported = await importPurchases({ actor: agent, communeCode: CODE, year: YEAR, bytes })
      expect(imported).toMatchObject({ ok: false, error: { code } })
    }
    expect(await listPurchases(CODE, YEAR)).toMatchObject([{ label: 'Mobilier' }])
  })

  it('answer a form with sentences, its answers kept', async () => {
    const post = async (more: Record<string, string>) => {
      const form = {
        ...{ intent: 'add', id: newId(), year: String(YEAR), label: 'Mobilier', amount: '1 200,50' },
        ...{ reused: '20', recycled: '5', ...more },
      }
      const request = await requestAs(agent, `/communes/${CODE}/achats`, form)
      return answerOf(purchasesAction(argsOf(request, { code: CODE })))
    }
    const done = (await post({})) as Response
    expect([done.status, done.headers.get('Location')]).toEqual([
      302,
      `/communes/${CODE}/achats?annee=2026&fait=ajoute`,
    ])
    expect(await listPurchases(CODE, YEAR)).toMatchObject([{ amountCents: 120_050, reusedBp: 2000 }])
    for (const [field, value] of Object.entries({
      recycled: '90',
      amount: 'cent',
      label: '',
      reused: '-1',
    })) {
      const refused = await post({ [field]: value })
      expect(refused, field).toMatchObject({ init: { status: 400 } })
      expect(JSON.stringify(refused)).toContain(`"${field}"`)
    }
    expect(await listPurchases(CODE, YEAR)).toHaveLength(1)
  })
})

describe('the monthly mail', () => {
  const mails = () =>
    fs.existsSync(env().mailDir)
      ? fs.readdirSync(env().mailDir).filter((name) => name.startsWith('board-'))
      : []
  const runAll = async () => {
    while (await runOnce('test'));
  }

  it('begins and ends in one click, for the commune’s own agent', async () => {
    const choose = async (actor: Actor, intent: string) => {
      const request = await requestAs(actor, '/bilan/abonnement', { commune: CODE, intent })
      return answerOf(chooseMail(argsOf(request)))
    }
    expect(await choose(agent, 'start')).toMatchObject({ status: 302 })
    expect(await choose(agent, 'start')).toMatchObject({ status: 302 })
    expect(await isMailed(agent.userId, CODE)).toBe(true)
    expect(events('monthly-mail-begun')).toBe(1)
    expect(await choose(neighbour, 'start')).toMatchObject({ status: 403 })
    expect(await choose(agent, 'perhaps')).toMatchObject({ status: 400 })
    expect(await choose(agent, 'stop')).toMatchObject({ status: 302 })
    expect(await isMailed(agent.userId, CODE)).toBe(false)
  })

  it('goes out once for a month, on a morning at its beginning, and ends by its own link', async () => {
    await makeSite(giver, { communeCode: CODE, inventoryG: null, endsOn: '2026-11-30' })
    await chooseMonthlyMail({ actor: agent, communeCode: CODE, isWanted: true })
    for (const early of ['2026-10-01T10:00:00Z', '2026-10-02T04:00:00Z', '2026-10-20T10:00:00Z']) {
      now = early
      await askForMonthlyMails()
    }
    expect(count("select count(*) from jobs where kind = 'send-board-mail'")).toBe(0)
    now = '2026-10-02T09:00:00Z'
    for (let round = 0; round < 3; round++) {
      await askForMonthlyMails()
      await runAll()
    }
    expect(mails()).toEqual([`board-${agent.userId}-${CODE}-2026-09.eml`])
    const raw = fs.readFileSync(path.join(env().mailDir, mails()[0]!), 'utf8').replace(/=\r?\n/g, '')
    expect(raw).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/)
    expect(raw).toContain('Immeuble de bureaux')
    expect(raw).toContain(`/communes/${CODE}?du=3D2026-09-01&au=3D2026-09-30`)
    const token = /bilan\/fin\/([\w.-]+)/.exec(raw)![1]!
    const stop = async (form?: Record<string, string>) => {
      const args = argsOf(await requestAs(null, `/bilan/fin/${token}`, form), { token })
      return answerOf(form ? stopMail(args) : stopPage(args))
    }
    expect(await stop()).toMatchObject({ place: { code: CODE } })
    expect(await isMailed(agent.userId, CODE)).toBe(true)
    expect(await stop({ 'List-Unsubscribe': 'One-Click' })).toEqual({ isWanted: false })
    expect(await isMailed(agent.userId, CODE)).toBe(false)
    expect(await stop({ intent: 'resume' })).toEqual({ isWanted: true })
    const forged = argsOf(await requestAs(null, '/bilan/fin/x'), { token: `${token}x` })
    expect(await answerOf(stopPage(forged))).toMatchObject({ status: 404 })
  })

  it('is not sent to who is no agent of the commune any more', async () => {
    await chooseMonthlyMail({ actor: agent, communeCode: CODE, isWanted: true })
    const sent = mails().length
    now = '2026-12-03T09:00:00Z'
    await askForMonthlyMails()
    open.writer.prepare('delete from memberships where user_id = ?').run(agent.userId)
    await runAll()
    expect(mails()).toHaveLength(sent)
  })
})
