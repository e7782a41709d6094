import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import type { ActionFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { restoreAccount, suspendAccount } from '~/features/identity/commands/suspend-account.server'
import { startSession } from '~/features/identity/commands/start-session.server'
import { findSession } from '~/features/identity/queries.server'
import { hashSessionSecret } from '~/features/identity/session-secret.server'
import { leaveOrganisation } from '~/features/organisations/commands/leave-organisation.server'
import {
  restoreOrganisation,
  suspendOrganisation,
} from '~/features/organisations/commands/suspend-organisation.server'
import { updateOrganisation } from '~/features/organisations/commands/update-organisation.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { makeContactMessage } from '~db/seed/factories/contact-message'
import { makeMembership } from '~db/seed/factories/organisation'
import { insertRows } from '~db/seed/factories/rows'
import { action as overviewAction, loader as overview } from '~/routes/admin/route'
import { action as accountAction, loader as account } from '~/routes/admin-account/route'
import { loader as accounts } from '~/routes/admin-accounts/route'
import { loader as accountsCsv } from '~/routes/admin-accounts-csv/route'
import { action as agentsAction, loader as agents } from '~/routes/admin-agents/route'
import { loader as agentsCsv } from '~/routes/admin-agents-csv/route'
import { action as messageAction, loader as message } from '~/routes/admin-message/route'
import { loader as messages } from '~/routes/admin-messages/route'
import { loader as messagesCsv } from '~/routes/admin-messages-csv/route'
import { action as organisationAction, loader as organisation } from '~/routes/admin-organisation/route'
import { loader as organisations } from '~/routes/admin-organisations/route'
import { loader as organisationsCsv } from '~/routes/admin-organisations-csv/route'
import { createActor, createActors, type ActorKind } from '~tests/support/actors'
import { finds } from '~tests/support/answers'
import { makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { mailText, startMailServer, type MailServer } from '~tests/support/mail-server'

const NOW = Date.parse(`${TODAY}T12:00:00Z`)
const REASON = 'Annonces répétées de matériaux qui n’existent pas'
let open: TestDatabase
let server: MailServer
let actors: Record<ActorKind, Actor>
let admin: Actor
const written = makeContactMessage({ name: '=HYPERLINK("x")', email: 'odile@exemple.fr' })

beforeAll(async () => {
  setClock({ now: () => NOW })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({ ...env(), smtpUrl: server.url, publicUrl: 'https://gisement.test' })
  actors = await createActors()
  admin = actors.admin
  await withTx((tx) => insertRows(tx, { contactMessages: [written] }))
})
beforeEach(async () => {
  await mails()
  server.received.length = 0
})
afterAll(async () => {
  setClock()
  await server.close()
  open.remove()
})

async function mails(): Promise<{ to: string[]; text: string }[]> {
  while (await runOnce('administration-test'));
  return server.received.map(({ to, raw }) => ({ to, text: mailText(raw) }))
}

async function post(
  act: (args: ActionFunctionArgs) => unknown,
  who: Actor | null,
  form: Record<string, string>,
  id = '',
): Promise<{ status: number; location: string | null; answer: unknown }> {
  const answer = await answerOf(act(argsOf(await requestAs(who, '/administration', form), { id })))
  if (answer instanceof Response) {
    return { status: answer.status, location: answer.headers.get('Location'), answer }
  }
  return { status: (answer as { init: ResponseInit }).init.status!, location: null, answer }
}

const events = (entityId: string) =>
  open.writer.prepare('select kind from events where entity_id = ? order by rowid').pluck().all(entityId)

describe('the administration', () => {
  const pages = [
    ...[overview, accounts, account, organisations, organisation, agents, messages, message],
    ...[accountsCsv, organisationsCsv, agentsCsv, messagesCsv],
  ]
  const ids = () => [actors.giver.userId, actors.giver.organisationId, written.id]

  it.each(['giver', 'taker', 'agent'] as const)('does not exist for a %s', async (who) => {
    for (const page of pages) {
      for (const id of ids()) {
        const args = argsOf(await requestAs(actors[who], '/administration'), { id })
        expect(await answerOf(page(args))).toMatchObject({ status: 404 })
      }
    }
    const acts = [overviewAction, accountAction, organisationAction, agentsAction, messageAction]
    for (const act of acts) {
      for (const id of ids()) {
        const form = { intent: 'suspend', reason: REASON, email: 'x@exemple.fr', text: 'Bonjour' }
        expect(await post(act, actors[who], form, id)).toMatchObject({ status: 404 })
      }
    }
  })

  it('asks who is not signed in to sign in', async () => {
    for (const page of pages) {
      const answer = await answerOf(page(argsOf(await requestAs(null, '/administration'), { id: 'x' })))
      expect(answer).toMatchObject({ status: 302 })
    }
  })

  it('answers 404 for what is not there, and opens for the Métropole', async () => {
    const at = async (id: string) => argsOf(await requestAs(admin, '/administration'), { id })
    for (const page of [account, organisation, message]) {
      expect(await answerOf(page(await at(newId())))).toMatchObject({ status: 404 })
    }
    expect((await account(await at(actors.giver.userId))).account.email).toBe(actors.giver.email)
    expect((await overview(await at(''))).messages).toBe(1)
  })
})

describe('an account', () => {
  it('is suspended with a reason: its sessions end at once and the person is told', async () => {
    const person = await createActor('taker')
    const secret = await withTx((tx) =>
      startSession(tx, { userId: person.userId, device: '', method: 'password' }, NOW),
    )
    const live = () => findSession(hashSessionSecret(secret), NOW)
    expect((await live())?.actor.userId).toBe(person.userId)
    const short = await post(accountAction, admin, { intent: 'suspend', reason: 'non' }, person.userId)
    expect(short.status).toBe(400)
    expect(await live()).not.toBeNull()
    const done = await post(accountAction, admin, { intent: 'suspend', reason: REASON }, person.userId)
    expect(done.location).toBe(`/administration/comptes/${person.userId}?fait=suspendu`)
    expect(await live()).toBeNull()
    const count = open.writer.prepare('select count(*) from sessions where user_id = ?').pluck()
    expect(count.get(person.userId)).toBe(0)
    const [mail] = await mails()
    expect(mail?.to).toEqual([person.email])
    expect(mail?.text).toContain(REASON)
    const again = await suspendAccount({ actor: admin, userId: person.userId, reason: REASON })
    expect(again).toMatchObject({ error: { code: 'conflict' } })
    const back = { actor: admin, userId: person.userId, reason: 'Erreur de notre part' }
    expect((await restoreAccount(back)).ok).toBe(true)
    expect((await mails())[1]?.text).toContain('Erreur de notre part')
    expect(events(person.userId)).toEqual(['suspended', 'restored'])
  })

  it('cannot be suspended by itself, nor by who is no admin', async () => {
    const self = await suspendAccount({ actor: admin, userId: admin.userId, reason: REASON })
    expect(self).toMatchObject({ error: { code: 'own-account' } })
    const other = await suspendAccount({ actor: actors.agent, userId: admin.userId, reason: REASON })
    expect(other).toMatchObject({ error: { code: 'forbidden' } })
  })

  it('of the Métropole stays open when two admins suspend each other at once', async () => {
    const second = await createActor('admin')
    const answers = await Promise.all([
      suspendAccount({ actor: admin, userId: second.userId, reason: REASON }),
      suspendAccount({ actor: second, userId: admin.userId, reason: REASON }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const active = open.writer
      .prepare('select count(*) from users where id in (?, ?) and suspended_at_ms is null')
      .pluck()
    expect(active.get(admin.userId, second.userId)).toBe(1)
  })

  it('that is the last open owner does not leave, though a suspended one is there', async () => {
    const colleague = await createActor('taker')
    const { organisationId } = admin
    const membership = makeMembership({ userId: colleague.userId, organisationId })
    await withTx((tx) => insertRows(tx, { memberships: [membership] }))
    await suspendAccount({ actor: admin, userId: colleague.userId, reason: REASON })
    expect(await leaveOrganisation(admin)).toMatchObject({ error: { code: 'last-owner' } })
  })
})

describe('an organisation', () => {
  it('is suspended with its lots, its members told, and comes back', async () => {
    const giver = await createActor('giver', { name: 'Curage Fantôme' })
    const lotId = await makeLot(giver, await makeSite(giver), 10)
    expect(await finds('briques')).toEqual([lotId])
    const id = giver.organisationId
    const done = await post(organisationAction, admin, { intent: 'suspend', reason: REASON }, id)
    expect(done.location).toBe(`/administration/organisations/${id}?fait=suspendu`)
    expect(await finds('briques')).toEqual([])
    const [mail] = await mails()
    expect(mail?.to).toEqual([giver.email])
    expect(mail?.text).toContain('Curage Fantôme')
    expect(mail?.text).toContain(REASON)
    const back = await post(organisationAction, admin, { intent: 'restore', reason: 'Tout est en ordre' }, id)
    expect(back.location).toContain('fait=retabli')
    expect(await finds('briques')).toEqual([lotId])
    expect(events(id)).toEqual(['suspended', 'restored'])
    const twice = { actor: admin, organisationId: id, reason: REASON }
    expect(await restoreOrganisation(twice)).toMatchObject({ error: { code: 'conflict' } })
  })

  it('of the Métropole is neither suspended nor turned into a company', async () => {
    const { organisationId } = admin
    const own = await suspendOrganisation({ actor: admin, organisationId, reason: REASON })
    expect(own).toMatchObject({ error: { code: 'metropole-stays' } })
    const facts = { organisation: 'X', siret: '', kind: 'company', sides: ['gives'] } as const
    const turned = await updateOrganisation({
      actor: admin,
      ...facts,
      sides: ['gives'],
      communeCode: '93048',
    })
    expect(turned).toMatchObject({ error: { code: 'forbidden' } })
  })
})

describe('the lists', () => {
  const csvOf = async (load: typeof accountsCsv, address: string) =>
    (await load(argsOf(await requestAs(admin, address)))).text()

  it('download what their filters show, and no formula', async () => {
    const body = await csvOf(accountsCsv, '/administration/comptes.csv?role=agent')
    expect(body.split('\r\n')[0]).toBe(
      'Nom;Adresse électronique;Organisations;Rôle;État;Dernière session;Créé le',
    )
    expect(body).toContain(`;${actors.agent.email};Ville Modèle;Agent de commune;Actif;`)
    expect(body).not.toContain(actors.giver.email)
    const all = await csvOf(messagesCsv, '/administration/messages.csv?etat=ouvert')
    expect(all).toContain(`"'=HYPERLINK(""x"")"`)
    const firms = await csvOf(organisationsCsv, '/administration/organisations.csv?q=menuiserie')
    expect(firms).toContain('Menuiserie Modèle')
    expect(firms).not.toContain('Curage Modèle')
  })
})

describe('a message', () => {
  it('is answered by e-mail and handled, with who did it', async () => {
    const text = 'Ouvrez la page « Communes », puis choisissez la vôtre.'
    const done = await post(messageAction, admin, { intent: 'answer', text }, written.id)
    expect(done.location).toBe(`/administration/messages/${written.id}?fait=reponse`)
    const [mail] = await mails()
    expect(mail?.to).toEqual(['odile@exemple.fr'])
    expect(mail?.text).toContain(text)
    expect(mail?.text).toContain('> Où voir les lots de ma commune ?')
    const shown = await message(argsOf(await requestAs(admin, '/x'), { id: written.id }))
    expect(shown.message.handledByName).toBe(admin.name)
    expect(shown.events[0]).toMatchObject({ kind: 'answered', note: text })
    expect((await post(messageAction, admin, { intent: 'reopened' }, written.id)).status).toBe(302)
    expect((await post(messageAction, admin, { intent: 'handled' }, written.id)).status).toBe(302)
    expect((await post(messageAction, admin, { intent: 'nonsense' }, written.id)).status).toBe(400)
    expect(events(written.id)).toEqual(['answered', 'reopened', 'handled'])
  })
})

describe('an e-mail that failed six times', () => {
  it('waits on the overview and is tried again, once', async () => {
    const jobId = newId()
    open.writer
      .prepare(
        "insert into jobs (id, kind, payload, dedupe_key, status, attempts, run_at_ms, last_error, created_at_ms) values (?, 'send-mail', ?, ?, 'dead', 6, 0, 'refused', 0)",
      )
      .run(
        jobId,
        JSON.stringify({
          ...{ to: { name: 'Lou', address: 'lou@exemple.fr' }, subject: 'Sujet', text: 'Texte' },
          messageId: newId(),
        }),
        jobId,
      )
    const page = async () => (await overview(argsOf(await requestAs(admin, '/administration')))).failedMails
    expect(await page()).toMatchObject({ total: 1, shown: [{ id: jobId, lastError: 'refused' }] })
    expect((await post(overviewAction, admin, { intent: 'retry', jobId })).status).toBe(302)
    expect((await mails()).map(({ to }) => to)).toEqual([['lou@exemple.fr']])
    expect(await page()).toMatchObject({ total: 0 })
    expect((await post(overviewAction, admin, { intent: 'retry', jobId })).status).toBe(409)
    expect(events(jobId)).toEqual(['retried'])
  })
})
