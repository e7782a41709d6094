import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renewPassword } from '~/features/identity/commands/renew-password.server'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { gisement } from '~tests/support/cli'
import { reopen, setupDatabase, type TestSetup } from '~tests/support/database'

let setup: TestSetup

beforeAll(async () => {
  setup = await setupDatabase()
})
afterAll(() => setup.cleanup())
afterEach(() => {
  delete process.env.ACCOUNT_PASSWORD
})

const PASSWORD = 'une phrase assez longue'
const PERSON = ['--name', 'Jeanne Moa', '--organisation', 'Bailleur Moa', '--gives', '--commune', '93048']

/** A command line of its own database handle, as an operator runs it beside the server. */
async function add(email: string, ...more: string[]) {
  return gisement('user', 'add', '--email', email, '--kind', 'company', ...PERSON, ...more)
}

const signsIn = (email: string, password = PASSWORD) => signIn({ email, password, device: 'essai' })

const open = () => reopen(setup)

describe('gisement user', () => {
  it('ASVS 6.4.1: creates an account with the password of the environment, or with a link that is used once', async () => {
    process.env.ACCOUNT_PASSWORD = PASSWORD
    expect(await add('jeanne@exemple.fr')).toMatchObject({ exit: 0, err: '' })
    delete process.env.ACCOUNT_PASSWORD
    const said = JSON.parse((await add('paul@exemple.fr', '--json')).out) as { url: string }
    await open()
    expect(await signsIn('jeanne@exemple.fr')).toMatchObject({ ok: true })
    expect(await signsIn('paul@exemple.fr')).toMatchObject({ ok: false })
    const token = decodeURIComponent(said.url.split('/').at(-1)!)
    expect(await renewPassword({ token, password: PASSWORD })).toMatchObject({ ok: true })
    expect(await renewPassword({ token, password: PASSWORD })).toMatchObject({ ok: false })
    expect(await signsIn('paul@exemple.fr')).toMatchObject({ ok: true })
  })

  it('closes and reopens an account, and leaves its event without an actor', async () => {
    expect(
      await gisement('user', 'suspend', '--email', 'paul@exemple.fr', '--reason', 'essai'),
    ).toMatchObject({ exit: 0 })
    expect(
      await gisement('user', 'suspend', '--email', 'paul@exemple.fr', '--reason', 'essai'),
    ).toMatchObject({ exit: 1 })
    expect((await gisement('user', 'list')).out).toMatch(/paul@exemple.fr {2}Jeanne Moa {2}SUSPENDED/)
    expect((await gisement('user', 'link', '--email', 'paul@exemple.fr')).err).toMatch(/closed/)
    await open()
    expect(await signsIn('paul@exemple.fr')).toMatchObject({ error: { code: 'account-closed' } })
    expect(
      await gisement('user', 'restore', '--email', 'paul@exemple.fr', '--reason', 'essai'),
    ).toMatchObject({ exit: 0 })
    await open()
    expect(await signsIn('paul@exemple.fr')).toMatchObject({ ok: true })
    const told = setup.database.writer
      .prepare(
        `select kind, actor_user_id from events where kind in ('suspended', 'restored') order by at_ms, rowid`,
      )
      .all()
    expect(told).toEqual([
      { kind: 'suspended', actor_user_id: null },
      { kind: 'restored', actor_user_id: null },
    ])
  })

  it('appoints an agent of a commune and one of the Métropole’s team, whose last account stays open', async () => {
    process.env.ACCOUNT_PASSWORD = PASSWORD
    const metropole = [
      '--name',
      'Ada',
      '--organisation',
      'Métropole',
      '--kind',
      'metropole',
      '--email',
      'ada@exemple.fr',
    ]
    expect(await gisement('user', 'appoint', '--email', 'paul@exemple.fr')).toMatchObject({ exit: 1 })
    expect(await gisement('user', 'add', ...metropole)).toMatchObject({ exit: 0 })
    const close = ['user', 'suspend', '--email', 'ada@exemple.fr', '--reason', 'essai']
    expect((await gisement(...close)).err).toMatch(/stays open/)
    expect(await gisement('user', 'appoint', '--email', 'paul@exemple.fr', '--owner')).toMatchObject({
      exit: 0,
    })
    expect(
      await gisement('user', 'appoint', '--email', 'jeanne@exemple.fr', '--commune', '93066'),
    ).toMatchObject({
      ...{ exit: 0, out: 'jeanne@exemple.fr: Saint-Denis.' },
    })
    expect(await gisement(...close)).toMatchObject({ exit: 0 })
    const { out } = await gisement('user', 'list', '--json')
    const accounts = JSON.parse(out) as {
      email: string
      organisations: { roles: string[]; membership: string }[]
    }[]
    const parts = (email: string) =>
      accounts
        .find((one) => one.email === email)!
        .organisations.flatMap(({ roles, membership }) => [membership, ...roles])
    expect(parts('paul@exemple.fr')).toEqual(expect.arrayContaining(['owner', 'metropole-admin']))
    expect(parts('jeanne@exemple.fr')).toEqual(expect.arrayContaining(['member', 'commune-agent']))
    const audited = setup.database.writer
      .prepare(
        "select action, count(*) n from audit_rows where action like '%.%-made' or action like '%.%-appointed' group by 1",
      )
      .all() as { action: string; n: number }[]
    expect(audited).toEqual([
      { action: 'organisation.member-appointed', n: 2 },
      { action: 'user.password-link-made', n: expect.any(Number) as number },
    ])
  })

  it.each([
    [['add', '--email', 'no-address', ...PERSON, '--kind', 'company'], /--email/],
    [['add', '--email', 'x@exemple.fr', ...PERSON, '--kind', 'castle'], /--kind/],
    [
      [
        'add',
        '--email',
        'x@exemple.fr',
        '--name',
        'X',
        '--organisation',
        'X',
        '--kind',
        'company',
        '--commune',
        '13055',
      ],
      /13055 is no commune/,
    ],
    [['suspend', '--email', 'paul@exemple.fr'], /--reason/],
    [['appoint', '--email', 'paul@exemple.fr', '--commune', '13055'], /13055 is no commune/],
  ])('%j is refused with the option at fault, and nothing is written', async (args, sentence) => {
    const said = await gisement('user', ...args)
    expect(said).toMatchObject({ exit: 2, out: '' })
    expect(said.err).toMatch(sentence)
  })

  it('refuses a short password and an address in use', async () => {
    process.env.ACCOUNT_PASSWORD = 'court'
    expect(await add('y@exemple.fr')).toMatchObject({ exit: 2, err: expect.stringMatching(/12/) as string })
    process.env.ACCOUNT_PASSWORD = PASSWORD
    expect(await add('jeanne@exemple.fr')).toMatchObject({ exit: 1 })
  })
})
