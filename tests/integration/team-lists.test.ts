import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listAgents, listOfficialInvitations } from '~/features/administration/queries/agents.server'
import { searchAudit } from '~/features/audit/queries/audit-log.server'
import { nowMs } from '~/core/clock'
import { auditSearchSchema } from '~/features/audit/schema'
import { inviteOfficial } from '~/features/identity/commands/invite-official.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { HANDLERS } from '~/jobs/registry.server'
import { jobNames } from '~/messages/job-names'
import { loader as historyCsv } from '~/routes/admin-history-csv/route'
import { loader as listCsv } from '~/routes/admin-list-csv/route'
import { loader as organisationCsv } from '~/routes/admin-organisation-csv/route'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { openTestDatabase, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let admin: Actor
let giver: Actor

beforeAll(async () => {
  open = await openTestDatabase()
  admin = await createActor('admin')
  giver = await createActor('giver')
})
afterAll(() => open.remove())

it('the lists of the team’s pages are exported whole, to the team alone; others do not exist', async () => {
  const load = async (actor: Actor, list: string) =>
    answerOf(listCsv(argsOf(await requestAs(actor, `/administration/listes/${list}.csv`), { list })))
  open.writer
    .prepare(
      "insert into jobs (id, kind, payload, dedupe_key, status, attempts, run_at_ms, last_error, created_at_ms) values (?, ?, '{}', ?, 'dead', 6, 0, ?, 0)",
    )
    .run('j1', 'make-plan', 'j1', '=1+1 de lou@exemple.fr')
  const lists = [
    ...['departs', 'silences', 'signalements', 'courriels-en-echec'],
    ...['taches', 'taches-en-echec', 'comite', 'comparaison'],
  ]
  const texts = new Map<string, string>()
  for (const list of lists) {
    const answer = await load(admin, list)
    if (!(answer instanceof Response)) throw new Error(`no file for ${list}`)
    expect(answer.headers.get('Content-Type'), list).toContain('text/csv')
    texts.set(list, await answer.text())
  }
  expect(texts.get('taches-en-echec')).toContain("make-plan;'=1+1 de ")
  expect(texts.get('taches-en-echec')).not.toContain('lou@exemple.fr')
  expect(texts.get('courriels-en-echec')).not.toContain('make-plan')
  expect(await load(admin, 'inconnue')).toMatchObject({ status: 404 })
  expect(await load(giver, 'departs')).toMatchObject({ status: 404 })
})

it('the lists of an organisation are exported one by one', async () => {
  const id = giver.organisationId
  const textOf = async (list: string) => {
    const request = await requestAs(admin, `/administration/organisations/${id}/${list}.csv`)
    return (await organisationCsv(argsOf(request, { id, list }))).text()
  }
  expect(await textOf('membres')).toContain(giver.email)
  for (const list of ['chantiers', 'lots', 'reservations']) expect(await textOf(list)).toContain(';')
  const strange = argsOf(await requestAs(admin, '/x'), { id, list: 'autre' })
  expect(await answerOf(organisationCsv(strange))).toMatchObject({ status: 404 })
})

it('what happened to a record is exported whole, and that of an account is written in the audit log', async () => {
  const load = async (actor: Actor, kind: string, id: string) =>
    answerOf(historyCsv(argsOf(await requestAs(actor, '/x'), { kind, id })))
  const add = open.writer.prepare(
    "insert into events (id, entity, entity_id, kind, actor_user_id, detail, at_ms) values (?, 'organisation', ?, 'suspended', ?, '{\"reason\":\"=1+1 abus\"}', ?)",
  )
  const id = giver.organisationId
  for (let index = 0; index < 70; index += 1) add.run(`h${index}`, id, admin.userId, index)
  const answer = (await load(admin, 'organisation', id)) as Response
  const lines = (await answer.text()).trim().split('\r\n')
  expect(lines.length).toBeGreaterThanOrEqual(71)
  expect(lines[1]).toContain("'=1+1 abus")
  expect(await load(giver, 'organisation', id)).toMatchObject({ status: 404 })
  expect(await load(admin, 'autre', id)).toMatchObject({ status: 404 })
  expect(await load(admin, 'compte', admin.userId)).toMatchObject({ status: 200 })
  const [noted] = (await searchAudit(auditSearchSchema.parse({ quoi: 'accounts.exported' }))).entries
  expect(noted).toMatchObject({ objectId: admin.userId })
})

it('every kind of job has a name in both languages', () => {
  for (const sentences of Object.values(jobNames.sentences))
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(HANDLERS).sort())
})

it('names the Métropole’s own agents and invitations before those of the communes', async () => {
  open.writer.exec("update organisations set commune_code = null where kind = 'metropole'")
  const agents = [await createActor('agent', { communeCode: '93013' }), await createActor('agent')]
  const shown = (await listAgents()).filter(({ userId }) =>
    [admin, ...agents].some((one) => one.userId === userId),
  )
  expect(shown.map(({ communeName }) => communeName)).toEqual([null, 'Le Bourget', 'Montreuil'])
  const commune = { code: '93013', name: 'Le Bourget' }
  const invite = { actor: admin, role: 'owner' } as const
  granted(await inviteOfficial({ ...invite, email: 'samira@le-bourget.example', commune }))
  granted(await inviteOfficial({ ...invite, email: 'zoe@metropole.example', commune: null }))
  const invited = await listOfficialInvitations(nowMs())
  expect(invited.map(({ communeName }) => communeName)).toEqual([null, 'Le Bourget'])
})
