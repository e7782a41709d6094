import { fork } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { decideDossier } from '~/features/programme/commands/decide-dossier.server'
import { reviewDossier } from '~/features/programme/commands/review-dossier.server'
import { saveDossier } from '~/features/programme/commands/save-dossier.server'
import { addReviewer, publishCriteria, setFund } from '~/features/programme/commands/set-programme.server'
import { withdrawDossier } from '~/features/programme/commands/withdraw-dossier.server'
import { findDossier } from '~/features/programme/queries/dossiers.server'
import { findFund } from '~/features/programme/queries/settings.server'
import { readBoardFor } from '~/features/programme/review-board.server'
import { listNotifications } from '~/features/notifications/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { loader as boardLoader } from '~/routes/admin-programme/route'
import { loader as dossierLoader } from '~/routes/dossier/route'
import { action as newAction } from '~/routes/dossier-new/route'
import { loader as dossiersLoader } from '~/routes/dossiers/route'
import { loader as communesCsv } from '~/routes/programme-communes-csv/route'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import type { FundOrder, FundReport } from '~tests/support/fund-race-worker'
import { admits, dossierForm, opensProgramme, submits, TWO_CRITERIA } from '~tests/support/programme'

let setup: TestSetup
let admin: Actor
let montreuil: Actor
let colleague: Actor
let reviewer: Actor
let stranger: Actor

const commune = (communeCode: string) => createActor('agent', { communeCode, name: `Ville ${communeCode}` })

beforeAll(async () => {
  setup = await setupDatabase()
  setClock({ now: () => Date.parse('2026-09-15T08:00:00Z') })
  admin = await createActor('admin')
  montreuil = await commune('93048')
  colleague = await commune('93048')
  reviewer = await createActor('taker')
  stranger = await createActor('giver')
})
afterAll(() => {
  setClock()
  setup.cleanup()
})

const review = (actor: Actor, dossierId: string, scores: Record<string, number>, version = 1) =>
  reviewDossier({ actor, dossierId, version, scores, comment: 'Vu sur place.' })

async function statusFor(actor: Actor | null, dossierId: string): Promise<number> {
  const request = await requestAs(actor, `/programme/dossiers/${dossierId}`)
  const answer = await answerOf(dossierLoader(argsOf(request, { dossierId })))
  return answer instanceof Response ? answer.status : 200
}

async function mails(): Promise<string> {
  while (await runOnce('programme-test'));
  const folder = path.join(setup.dir, 'mail')
  if (!fs.existsSync(folder)) return ''
  const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8').replace(/=\r\n/g, '')
  return fs.readdirSync(folder).map(read).join('\n')
}

/** Kinds of a person's notifications, the newest first. */
async function newsOf(actor: Actor): Promise<string[]> {
  const told = await listNotifications(actor.userId, { unreadOnly: true, limit: 50 })
  return told.map(({ kind }) => kind)
}

describe('before anything is published', () => {
  it('a draft is kept, and a submission refused without a trace', async () => {
    const draft = dossierForm({ intent: 'save', aim: '', months: undefined })
    expect(await saveDossier({ actor: montreuil, ...draft })).toMatchObject({ ok: true })
    const early = await saveDossier({ actor: montreuil, ...dossierForm({ id: draft.id }) })
    expect(early).toMatchObject({ error: { code: 'criteria-missing' } })
    expect(await findDossier(draft.id)).toMatchObject({ state: 'draft', aim: '', months: null })
    expect(await statusFor(admin, draft.id)).toBe(404)
    expect(await withdrawDossier(montreuil, draft.id)).toMatchObject({ ok: true })
  })

  it('others than agents of a commune submit nothing, and others than the team set nothing', async () => {
    for (const actor of [stranger, admin]) {
      expect(await saveDossier({ actor, ...dossierForm() })).toMatchObject({ error: { code: 'forbidden' } })
    }
    expect(await setFund(montreuil, 100)).toMatchObject({ error: { code: 'forbidden' } })
    const criteria = { criteria: TWO_CRITERIA, reason: 'Pour voir' }
    expect(await publishCriteria(reviewer, criteria)).toMatchObject({ error: { code: 'forbidden' } })
    const page = await requestAs(montreuil, '/administration/programme')
    expect(await answerOf(boardLoader(argsOf(page)))).toMatchObject({ status: 404 })
  })

  it('a form without an answer says so at its field, in the reader’s language, and stores nothing', async () => {
    await opensProgramme(admin, { fundCents: 3_000_000, reviewers: [reviewer, colleague] })
    const id = newId()
    const form = { id, intent: 'submit', aim: 'Un objectif', months: '14' }
    const request = await requestAs(montreuil, '/programme/dossiers/nouveau', form)
    const answer = (await answerOf(newAction(argsOf(request)))) as {
      data: { result: { error: Record<string, string[]> } }
      init: { status: number }
    }
    expect(answer.init.status).toBe(400)
    expect(Object.keys(answer.data.result.error)).toEqual(['months'])
    expect(await findDossier(id)).toBeNull()
  })
})

describe('a dossier under review', () => {
  let dossierId: string

  it('is one for a commune, stored once, and told to those concerned', async () => {
    const form = dossierForm()
    const both = await Promise.all([1, 2].map(() => saveDossier({ actor: montreuil, ...form })))
    expect(both.every(({ ok }) => ok)).toBe(true)
    dossierId = form.id
    const second = await saveDossier({ actor: colleague, ...dossierForm() })
    expect(second).toMatchObject({ error: { code: 'dossier-live' } })
    const sent = await mails()
    expect(sent).toContain(montreuil.email)
    expect(sent).toContain(admin.email)
    expect(sent).toContain(reviewer.email)
    // On the committee, and of this commune.
    expect(sent).not.toContain(colleague.email)
    expect(await newsOf(montreuil)).toEqual(['programme.received'])
    expect(await newsOf(reviewer)).toEqual(['programme.review'])
    expect(await newsOf(colleague)).toEqual([])
    const [news] = await listNotifications(admin.userId, { unreadOnly: true, limit: 1 })
    expect(news).toMatchObject({ kind: 'programme.review', path: `/programme/dossiers/${dossierId}` })
  })

  it('is read by its commune, the committee and the team alone', async () => {
    expect(await statusFor(montreuil, dossierId)).toBe(200)
    expect(await statusFor(reviewer, dossierId)).toBe(200)
    expect(await statusFor(admin, dossierId)).toBe(200)
    expect(await statusFor(stranger, dossierId)).toBe(404)
    expect(await statusFor(await commune('93066'), dossierId)).toBe(404)
    expect(await statusFor(null, dossierId)).toBe(302)
    const list = (actor: Actor) =>
      requestAs(actor, '/programme/dossiers').then((request) => answerOf(dossiersLoader(argsOf(request))))
    expect(await list(stranger)).toMatchObject({ status: 404 })
    expect(await list(reviewer)).toMatchObject({ rows: [{ mine: 'toScore' }] })
  })

  it('is changed by nobody while it is read', async () => {
    const again = await saveDossier({ actor: montreuil, ...dossierForm({ id: dossierId, intent: 'save' }) })
    expect(again).toMatchObject({ error: { code: 'conflict' } })
    const foreign = await saveDossier({ actor: await commune('92012'), ...dossierForm({ id: dossierId }) })
    expect(foreign).toMatchObject({ error: { code: 'not-found' } })
  })

  it('is scored by the committee, never by a member of its commune, whoever they act for', async () => {
    const full = { c1: 4, c2: 5 }
    expect(await review(stranger, dossierId, full)).toMatchObject({ error: { code: 'not-found' } })
    expect(await review(colleague, dossierId, full)).toMatchObject({ error: { code: 'own-commune' } })
    const elsewhere = { ...colleague, organisationId: stranger.organisationId, roles: stranger.roles }
    expect(await review(elsewhere, dossierId, full)).toMatchObject({ error: { code: 'own-commune' } })
    expect(await review(reviewer, dossierId, { c1: 4 })).toMatchObject({
      error: { code: 'invalid', field: 'score.c2' },
    })
    expect(await review(reviewer, dossierId, full, 7)).toMatchObject({ error: { code: 'conflict' } })
    expect(await review(reviewer, dossierId, full)).toMatchObject({ ok: true })
    expect(await review(reviewer, dossierId, { c1: 5, c2: 5 })).toMatchObject({ ok: true })
    const [row] = await readBoardFor({ userId: reviewer.userId, isManager: false })
    expect(row).toMatchObject({ rank: 1, summary: { reviews: 1, mean: 100 }, mine: 'scored' })
  })

  it('shows scores to no member of the committee before their own', async () => {
    const late = await createActor('giver', { name: 'Autre entreprise' })
    const seen = async (actor: Actor) => {
      const request = await requestAs(actor, `/programme/dossiers/${dossierId}`)
      return (await answerOf(dossierLoader(argsOf(request, { dossierId })))) as {
        reviews: unknown[]
        hidden: number
      }
    }
    await addReviewer(admin, late.email)
    expect(await seen(late)).toMatchObject({ reviews: [], hidden: 1 })
    const [row] = await readBoardFor({ userId: late.userId, isManager: false })
    expect(row).toMatchObject({ rank: null, summary: { mean: null } })
    await review(late, dossierId, { c1: 1, c2: 1 })
    expect((await seen(late)).reviews).toHaveLength(2)
    expect((await seen(montreuil)).reviews).toEqual([])
    expect(await seen(admin)).toMatchObject({ hidden: 0 })
  })

  it('is scored afresh once it is submitted again against other criteria', async () => {
    const reason = 'Précisez les dates des chantiers.'
    await decideDossier({ actor: admin, dossierId, decision: 'postpone', reason })
    const criteria = TWO_CRITERIA.map((criterion) => ({ ...criterion, weight: 50 }))
    expect(await publishCriteria(admin, { criteria, reason: 'Poids revus' })).toMatchObject({
      value: { version: 2 },
    })
    expect(await publishCriteria(admin, { criteria, reason: 'Poids revus' })).toMatchObject({
      error: { code: 'criteria-same' },
    })
    await submits(montreuil, { id: dossierId, aim: 'Un objectif daté' })
    expect(await findDossier(dossierId)).toMatchObject({ criteriaVersion: 2, aim: 'Un objectif daté' })
    const [row] = await readBoardFor({ userId: admin.userId, isManager: true })
    expect(row).toMatchObject({ summary: { reviews: 0 } })
  })

  it('is decided by a person of the team with a reason, and its commune is told', async () => {
    const decision = { decision: 'admit', reason: 'Un dossier clair.', grantedCents: 1_000_000 } as const
    expect(await decideDossier({ actor: reviewer, dossierId, ...decision })).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await decideDossier({ actor: admin, dossierId, ...decision })).toMatchObject({ ok: true })
    expect(await findFund()).toMatchObject({ grantedCents: 1_000_000 })
    expect(await decideDossier({ actor: admin, dossierId, ...decision })).toMatchObject({
      error: { code: 'conflict' },
    })
    expect(await findFund()).toMatchObject({ grantedCents: 1_000_000 })
    expect(await mails()).toContain('Un dossier clair.')
    const csv = await (await communesCsv(argsOf(await requestAs(null, '/programme/communes.csv')))).text()
    expect(csv).toContain('93048;Montreuil')
    expect(csv).not.toContain('Samira')
  })

  it('gives its grant back when its commune gives up', async () => {
    expect(await withdrawDossier(colleague, dossierId)).toMatchObject({ error: { code: 'not-found' } })
    expect(await withdrawDossier(montreuil, dossierId)).toMatchObject({ ok: true })
    expect(await withdrawDossier(montreuil, dossierId)).toMatchObject({ ok: true })
    expect(await findFund()).toMatchObject({ grantedCents: 0 })
  })
})

const CODES = [
  ...['92002', '92004', '92007', '92009', '92012', '92014', '92019', '92020', '92022', '92023'],
  ...['92024', '92025'],
]

describe('the fund', () => {
  it('is never granted twice: 3 processes × 4 admissions of 10,000 € on 50,000 € grant 5', async () => {
    await setFund(admin, 5_000_000)
    const ids: string[] = []
    for (const code of CODES) ids.push(await submits(await commune(code)))
    const racers = [0, 1, 2].map((at) =>
      startRacer({
        file: setup.database.file,
        admin,
        dossierIds: ids.slice(at * 4, at * 4 + 4),
        grantedCents: 1_000_000,
      }),
    )
    await Promise.all(racers.map(({ ready }) => ready))
    const outcomes = (await Promise.all(racers.map(({ run }) => run()))).flat()
    expect(outcomes.filter((outcome) => outcome === 'granted')).toHaveLength(5)
    expect(outcomes.filter((outcome) => outcome === 'fund-short')).toHaveLength(7)
    expect(await findFund()).toMatchObject({ amountCents: 5_000_000, grantedCents: 5_000_000 })
    const states = await Promise.all(ids.map(async (id) => (await findDossier(id))?.state))
    expect(states.filter((state) => state === 'admitted')).toHaveLength(5)
  })

  it('is not set below what it has granted, and says what is left', async () => {
    expect(await setFund(admin, 4_999_999)).toMatchObject({ error: { code: 'fund-granted' } })
    expect(await setFund(admin, 5_050_000)).toMatchObject({ ok: true })
    const id = await submits(await commune('92026'))
    expect(await admits(admin, id, 60_000)).toMatchObject({
      error: { code: 'fund-short', field: 'granted', params: { left: '500' } },
    })
    expect(await admits(admin, id, 0)).toMatchObject({ ok: true })
  })
})

function startRacer(order: FundOrder) {
  const worker = path.resolve('tests/support/fund-race-worker.ts')
  const child = fork(worker, { execArgv: ['--import', 'tsx'] })
  const next = () =>
    new Promise<FundReport>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`a process of the race ended with ${code}`)))
      child.once('message', (message: FundReport) => resolve(message))
    })
  const ready = next()
  child.send(order)
  return {
    ready,
    run: async (): Promise<string[]> => {
      const done = next()
      child.send('go')
      const report = await done
      return report.kind === 'done' ? report.outcomes : []
    },
  }
}
