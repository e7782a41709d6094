import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { paths } from '~/core/paths'
import { setClock } from '~/core/clock'
import { suspendAccount } from '~/features/identity/commands/suspend-account.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { action as agentsAction, loader as agents } from '~/routes/admin-agents/route'
import { action as accept } from '~/routes/invitation/route'
import { createActor } from '~tests/support/actors'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { mailText, startMailServer, type MailServer } from '~tests/support/mail-server'

const REASON = 'Compte partagé entre plusieurs personnes'
let open: TestDatabase
let server: MailServer
let admin: Actor

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({ ...env(), smtpUrl: server.url, publicUrl: 'https://gisement.test' })
  admin = await createActor('admin')
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
  while (await runOnce('invitations-test'));
  return server.received.map(({ to, raw }) => ({ to, text: mailText(raw) }))
}

async function post(act: typeof agentsAction, who: Actor, form: Record<string, string>) {
  const answer = await answerOf(act(argsOf(await requestAs(who, '/administration/agents', form))))
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get('Location'), answer }
  return { status: (answer as { init: ResponseInit }).init.status!, location: null, answer }
}

describe('an invitation', () => {
  const linkIn = (text = '') => /https:\/\/gisement\.test(\/invitation\/(\S+))/.exec(text)
  const newcomer = { name: 'Samira Lefort', password: 'une phrase assez longue' }

  it.each([
    [{ intent: 'agent', communeCode: '93013', role: 'owner' }, 'matériaux du Bourget', '/communes/93013'],
    [{ intent: 'admin' }, 'administrer Gisement', '/administration'],
  ])('of %o comes by e-mail and leads to where its person works', async (form, says, landing) => {
    const email = `${form.intent}@exemple.fr`
    const sent = await post(agentsAction, admin, { ...form, email })
    expect(sent.location).toContain('fait=invitation')
    const [mail] = await mails()
    expect(mail?.to).toEqual([email])
    expect(mail?.text).toContain(says)
    const [, path = '', token = ''] = linkIn(mail?.text) ?? []
    const request = await requestAs(null, path, newcomer)
    const joined = await answerOf(accept(argsOf(request, { token })))
    expect((joined as Response).headers.get('Location')).toBe(paths.newFactor(landing))
    const page = await agents(argsOf(await requestAs(admin, '/administration/agents')))
    expect(page.agents.map((agent) => agent.email)).toContain(email)
  })

  it('can be withdrawn, and names the field of a wrong answer', async () => {
    const form = { intent: 'agent', communeCode: '93013', role: 'member', email: 'tot@exemple.fr' }
    await post(agentsAction, admin, form)
    const [mail] = await mails()
    const [, path = '', token = ''] = linkIn(mail?.text) ?? []
    const page = await agents(argsOf(await requestAs(admin, '/administration/agents')))
    const { organisationId } = page.invitations.find(({ email }) => email === form.email)!
    const ended = await post(agentsAction, admin, { intent: 'withdraw', email: form.email, organisationId })
    expect(ended.location).toContain('fait=retrait')
    const late = await answerOf(accept(argsOf(await requestAs(null, path, newcomer), { token })))
    expect(late).toMatchObject({ init: { status: 410 } })
    const wrong = await post(agentsAction, admin, { ...form, communeCode: '99999' })
    expect(wrong.status).toBe(400)
    expect(Object.keys((wrong.answer as { data: { result: { error: object } } }).data.result.error)).toEqual([
      'communeCode',
    ])
  })

  it('is not for the address of a suspended account', async () => {
    const person = await createActor('taker')
    await suspendAccount({ actor: admin, userId: person.userId, reason: REASON })
    const form = { intent: 'admin', email: person.email }
    expect((await post(agentsAction, admin, form)).status).toBe(409)
  })
})
