import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { writeReport } from '~/features/programme/commands/end-experiment.server'
import { cancelWorkshop, planWorkshop } from '~/features/programme/commands/plan-workshop.server'
import { keepBudgetLine, startExperiment } from '~/features/programme/commands/run-experiment.server'
import { giveBackSeat, keepSheet, takeSeat } from '~/features/programme/commands/take-seat.server'
import { findDossier } from '~/features/programme/queries/dossiers.server'
import { listNotifications } from '~/features/notifications/queries.server'
import { findWorkshop, listSeats } from '~/features/programme/queries/workshops.server'
import { readExperiment } from '~/features/programme/read-experiment.server'
import { workshopSchema } from '~/features/programme/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { loader as sheetLoader } from '~/routes/attendance-sheet/route'
import { loader as pdfLoader } from '~/routes/end-report-pdf/route'
import { action as experimentAction, loader as experimentLoader } from '~/routes/experiment/route'
import { loader as icsLoader } from '~/routes/workshop-ics/route'
import { loader as workshopLoader } from '~/routes/workshop/route'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { admits, opensProgramme, submits } from '~tests/support/programme'
import { readPdf } from '~tests/support/read-pdf'

let setup: TestSetup
let admin: Actor
let agent: Actor
let other: Actor
let dossierId: string
let now = Date.parse('2026-09-15T08:00:00Z')

beforeAll(async () => {
  setup = await setupDatabase()
  setClock({ now: () => now })
  admin = await createActor('admin')
  agent = await createActor('agent')
  other = await createActor('agent', { communeCode: '93066', name: 'Ville voisine' })
  await opensProgramme(admin, { fundCents: 2_000_000 })
  dossierId = await submits(agent)
  granted(await admits(admin, dossierId, 1_000_000))
})
afterAll(() => {
  setClock()
  setup.cleanup()
})

const line = (more = {}) => ({
  ...{ id: newId(), label: 'Dépose', plannedCents: 500_000, committedCents: 0, spentCents: 0 },
  ...more,
})

describe('an experiment', () => {
  it('is run by its commune alone, read by the team, and closed to others', async () => {
    const view = async (actor: Actor) => {
      const request = await requestAs(actor, `/programme/dossiers/${dossierId}/experimentation`)
      return answerOf(experimentLoader(argsOf(request, { dossierId })))
    }
    expect(await view(agent)).toMatchObject({ canEdit: true, canStart: true })
    expect(await view(admin)).toMatchObject({ canEdit: false, canStart: false })
    expect(await view(other)).toMatchObject({ status: 404 })
    for (const actor of [other, admin]) {
      const refusal = { error: { code: 'not-found' } }
      expect(await keepBudgetLine({ actor, dossierId, ...line() })).toMatchObject(refusal)
      expect(await startExperiment({ actor, dossierId, startedOn: '2026-09-15' })).toMatchObject(refusal)
    }
  })

  it('keeps a line once, however often it is sent, and not one of another dossier', async () => {
    const first = line()
    await Promise.all([1, 2].map(() => keepBudgetLine({ actor: agent, dossierId, ...first })))
    granted(await keepBudgetLine({ actor: agent, dossierId, ...first, spentCents: 10_000 }))
    const { budget } = await readExperiment((await findDossier(dossierId))!)
    expect(budget).toMatchObject([{ id: first.id, spentCents: 10_000 }])
    const foreign = await submits(other)
    granted(await admits(admin, foreign, 0))
    const stolen = await keepBudgetLine({ actor: other, dossierId: foreign, ...first })
    expect(stolen).toMatchObject({ error: { code: 'not-found' } })
  })

  it('answers a bad amount at its field, and changes nothing', async () => {
    const form = { intent: 'budget', id: newId(), label: 'Stockage', planned: 'beaucoup' }
    const request = await requestAs(agent, `/programme/dossiers/${dossierId}/experimentation`, form)
    const answer = (await answerOf(experimentAction(argsOf(request, { dossierId })))) as {
      data: { result: { error: Record<string, string[]> } }
      init: { status: number }
    }
    expect(answer.init.status).toBe(400)
    expect(answer.data.result.error).toHaveProperty('planned')
    expect((await readExperiment((await findDossier(dossierId))!)).budget).toHaveLength(1)
  })

  it('is reported once, on paper too, tagged and with its figures', async () => {
    const texts = {
      results: 'Une tonne de portes a été remise.',
      lessons: 'Visiter avant le marché.',
      difficulties: 'Le stockage a manqué partout.',
      sequel: 'La clause devient la règle.',
    }
    const report = { actor: agent, dossierId, ...texts, intent: 'submit' } as const
    expect(await writeReport(report)).toMatchObject({ error: { code: 'conflict' } })
    granted(await startExperiment({ actor: agent, dossierId, startedOn: '2026-09-15' }))
    now = Date.parse('2026-12-01T08:00:00Z')
    expect(await writeReport({ ...report, actor: other })).toMatchObject({ error: { code: 'not-found' } })
    granted(await writeReport(report))
    expect(await writeReport(report)).toMatchObject({ error: { code: 'conflict' } })
    const request = await requestAs(agent, `/programme/dossiers/${dossierId}/bilan.pdf`)
    const reply = await pdfLoader(argsOf(request, { dossierId }))
    expect(reply.headers.get('Content-Type')).toBe('application/pdf')
    const bytes = new Uint8Array(await reply.arrayBuffer())
    const raw = new TextDecoder('latin1').decode(bytes)
    expect(raw).toContain('/MarkInfo')
    expect(raw).toContain('/StructTreeRoot')
    const pdf = await readPdf(bytes)
    expect(JSON.stringify(pdf)).toContain('Bilan de Montreuil')
    const foreign = await requestAs(other, `/programme/dossiers/${dossierId}/bilan.pdf`)
    expect(await answerOf(pdfLoader(argsOf(foreign, { dossierId })))).toMatchObject({ status: 404 })
  })
})

describe('a workshop', () => {
  const plan = (more: Record<string, unknown> = {}) =>
    workshopSchema.parse({
      ...{ id: newId(), title: 'Repérer et déposer', audience: 'both', onDay: '2027-01-20' },
      ...{ fromHour: '09:30', untilHour: '16:30', place: 'Maison des projets', places: '3' },
      ...more,
    })
  const seat = (actor: Actor, workshopId: string, name: string, role: 'agent' | 'elected' = 'agent') =>
    takeSeat({ actor, workshopId, id: newId(), name, email: `${name}@ville.example`, role })

  it('is planned by the team, with hours in order', async () => {
    expect(await planWorkshop({ actor: agent, ...plan() })).toMatchObject({ error: { code: 'forbidden' } })
    expect(workshopSchema.safeParse({ ...plan(), places: '3', untilHour: '08:00' }).success).toBe(false)
  })

  it('never seats more than its places: ten at once on three', async () => {
    const { id } = granted(await planWorkshop({ actor: admin, ...plan() }))
    const names = Array.from({ length: 10 }, (_, at) => `personne${at}`)
    const answers = await Promise.all(names.map((name, at) => seat(at % 2 ? agent : other, id, name)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
    expect(answers.filter(({ ok }) => !ok).map((answer) => !answer.ok && answer.error.code)).toEqual(
      Array.from({ length: 7 }, () => 'workshop-full'),
    )
    expect(await findWorkshop(id)).toMatchObject({ taken: 3 })
    const [first] = await listSeats(id)
    const owner = first!.communeCode === agent.communeCode ? agent : other
    const stranger = owner === agent ? other : agent
    expect(await giveBackSeat(stranger, id, first!.id)).toMatchObject({ error: { code: 'not-found' } })
    granted(await giveBackSeat(owner, id, first!.id))
    granted(await giveBackSeat(owner, id, first!.id))
    expect(await findWorkshop(id)).toMatchObject({ taken: 2 })
    const fewer = await planWorkshop({ actor: admin, ...plan({ id, places: '1' }) })
    expect(fewer).toMatchObject({ error: { code: 'workshop-places', field: 'places' } })
  })

  it('seats a person once, those it is meant for, from communes alone', async () => {
    const { id } = granted(await planWorkshop({ actor: admin, ...plan({ audience: 'elected' }) }))
    granted(await seat(agent, id, 'elue', 'elected'))
    expect(await seat(agent, id, 'elue', 'elected')).toMatchObject({ error: { code: 'workshop-seated' } })
    expect(await seat(agent, id, 'agent')).toMatchObject({ error: { code: 'workshop-audience' } })
    expect(await seat(admin, id, 'equipe', 'elected')).toMatchObject({ error: { code: 'forbidden' } })
    expect(await findWorkshop(id)).toMatchObject({ taken: 1 })
  })

  it('tells names to their own commune and the team alone', async () => {
    const { id } = granted(await planWorkshop({ actor: admin, ...plan() }))
    granted(await seat(agent, id, 'Samira'))
    const seen = async (actor: Actor | null) => {
      const request = await requestAs(actor, `/programme/ateliers/${id}`)
      return workshopLoader(argsOf(request, { workshopId: id }))
    }
    expect((await seen(agent)).seats).toHaveLength(1)
    expect((await seen(admin)).seats).toHaveLength(1)
    expect((await seen(other)).seats).toEqual([])
    expect((await seen(null)).seats).toEqual([])
    const sheet = await requestAs(agent, `/programme/ateliers/${id}/emargement`)
    expect(await answerOf(sheetLoader(argsOf(sheet, { workshopId: id })))).toMatchObject({ status: 404 })
  })

  it('reminds those who still have a seat the day before, on the day it was moved to', async () => {
    const { id } = granted(await planWorkshop({ actor: admin, ...plan({ title: 'Rappel' }) }))
    granted(await seat(agent, id, 'reste'))
    granted(await seat(agent, id, 'part'))
    const gone = (await listSeats(id)).find(({ name }) => name === 'part')!
    granted(await giveBackSeat(agent, id, gone.id))
    granted(await planWorkshop({ actor: admin, ...plan({ id, title: 'Rappel', onDay: '2027-01-27' }) }))
    const mails = async () => {
      while (await runOnce('workshop-test'));
      const folder = path.join(setup.dir, 'mail')
      return fs.existsSync(folder)
        ? fs.readdirSync(folder).filter((file) => file.startsWith('reminder-'))
        : []
    }
    now = Date.parse('2027-01-19T12:00:00Z')
    const early = await mails()
    now = Date.parse('2027-01-26T12:00:00Z')
    const sent = await mails()
    const late = sent.filter((file) => !early.includes(file))
    expect(late).toHaveLength(1)
    expect(fs.readFileSync(path.join(setup.dir, 'mail', late[0]!), 'utf8')).toContain('reste@ville')
  })

  it('that is moved or cancelled is told to everyone who has a seat, in the product where they have an account', async () => {
    const arrived = async () => {
      while (await runOnce('workshop-test'));
      const folder = path.join(setup.dir, 'mail')
      const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8').replace(/=\r?\n/g, '')
      return fs
        .readdirSync(folder)
        .map(read)
        .filter((mail) => /Gymnase B/.test(mail))
    }
    const { id } = granted(await planWorkshop({ actor: admin, ...plan({ onDay: '2027-02-03' }) }))
    granted(await seat(agent, id, 'sanscompte'))
    const own = { id: newId(), name: 'Avec Compte', email: agent.email, role: 'agent' } as const
    granted(await takeSeat({ actor: agent, workshopId: id, ...own }))
    granted(await planWorkshop({ actor: admin, ...plan({ id, onDay: '2027-02-03', places: '9' }) }))
    expect(await arrived()).toHaveLength(0)
    granted(await planWorkshop({ actor: admin, ...plan({ id, onDay: '2027-02-04', place: 'Gymnase B' }) }))
    const moved = await arrived()
    expect(moved.filter((mail) => mail.includes('sanscompte@ville.example'))).toHaveLength(1)
    expect(moved.filter((mail) => mail.includes(agent.email))).toHaveLength(1)
    now += 60_000
    granted(await cancelWorkshop(admin, id))
    await arrived()
    const news = await listNotifications(agent.userId, { unreadOnly: true, limit: 9 })
    const told = news.filter((one) => one.path === `/programme/ateliers/${id}`)
    expect(told.map(({ kind }) => kind)).toEqual(['programme.workshop-cancelled', 'programme.workshop-moved'])
    expect(told[1]).toMatchObject({ params: { place: 'Gymnase B' } })
  })

  it('keeps its sheet from its day on, stands in calendars, and takes nobody once cancelled', async () => {
    const { id } = granted(await planWorkshop({ actor: admin, ...plan({ onDay: '2027-02-10' }) }))
    granted(await seat(agent, id, 'presente'))
    const [own] = await listSeats(id)
    expect(await keepSheet(admin, id, [own!.id])).toMatchObject({ error: { code: 'workshop-closed' } })
    expect(await keepSheet(agent, id, [own!.id])).toMatchObject({ error: { code: 'forbidden' } })
    const ics = await icsLoader(argsOf(await requestAs(null, '/x.ics'), { workshopId: id }))
    expect(await ics.text()).toContain('DTSTART;TZID=Europe/Paris:20270210T093000')
    now = Date.parse('2027-02-10T09:00:00Z')
    expect(await seat(agent, id, 'tard')).toMatchObject({ error: { code: 'workshop-closed' } })
    granted(await keepSheet(admin, id, [own!.id]))
    expect(await listSeats(id)).toMatchObject([{ attended: true }])
    const next = granted(await planWorkshop({ actor: admin, ...plan({ onDay: '2027-03-10' }) }))
    granted(await cancelWorkshop(admin, next.id))
    expect(await seat(agent, next.id, 'personne')).toMatchObject({ error: { code: 'workshop-closed' } })
    expect(await planWorkshop({ actor: admin, ...plan({ id: next.id }) })).toMatchObject({
      error: { code: 'conflict' },
    })
  })
})
