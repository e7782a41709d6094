import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AUDIT_COMMANDS } from '~/cli/commands/audit'
import { dispatch } from '~/cli/dispatch'
import { AUDIT_KEPT_MS } from '~/core/audit-terms'
import { setClock } from '~/core/clock'
import { pruneAudit } from '~/features/audit/commands/prune-audit.server'
import { searchAudit } from '~/features/audit/queries/audit-log.server'
import { findAuditHead } from '~/features/audit/queries/chain.server'
import { auditSearchSchema } from '~/features/audit/schema'
import { verifyAudit } from '~/features/audit/verify-audit.server'
import { endSession } from '~/features/identity/commands/end-session.server'
import { signIn } from '~/features/identity/commands/sign-in.server'
import { signOut } from '~/features/identity/commands/sign-out.server'
import { restoreAccount, suspendAccount } from '~/features/identity/commands/suspend-account.server'
import { hashPassword } from '~/features/identity/passwords.server'
import { hashSessionSecret } from '~/features/identity/session-secret.server'
import { changeMember } from '~/features/organisations/commands/change-member.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { auditAlone, writeAudit } from '~/platform/audit.server'
import { recordChange } from '~/platform/changes.server'
import { duringRequest } from '~/platform/request-facts.server'
import { withTx } from '~/platform/transaction.server'
import { makeMembership } from '~db/seed/factories/organisation'
import { insertRows } from '~db/seed/factories/rows'
import { makeUser } from '~db/seed/factories/user'
import { loader as account } from '~/routes/admin-account/route'
import { loader as accountsCsv } from '~/routes/admin-accounts-csv/route'
import { loader as auditPage } from '~/routes/admin-audit/route'
import { loader as auditCsv } from '~/routes/admin-audit-csv/route'
import { loader as ownActivity } from '~/routes/account-activity/route'
import { loader as ownCsv } from '~/routes/account-activity-csv/route'
import { createActors, type ActorKind } from '~tests/support/actors'
import { connectionTo, isOnPostgres } from '~tests/support/database'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { dropTrigger } from '~tests/support/past-the-product'

const PASSWORD = 'palette-de-briques-7'
let open: TestDatabase
let now = Date.parse(`${TODAY}T12:00:00Z`)
let actors: Record<ActorKind, Actor>
const person = makeUser({ email: 'odile@exemple.fr' })

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  actors = await createActors()
  const { organisationId } = actors.giver
  const membership = makeMembership({ userId: person.id, organisationId, role: 'member' })
  const passwordHash = await hashPassword(PASSWORD)
  await withTx((tx) => insertRows(tx, { users: [{ ...person, passwordHash }], memberships: [membership] }))
})
afterAll(() => {
  open.remove()
  setClock()
})

const ALL = auditSearchSchema.parse({})
const newest = async (count = 1) => (await searchAudit(ALL)).entries.slice(0, count)
const request = { requestId: 'ab12cd34ef', address: '203.0.113.0/24', actor: null }

async function gisement(...args: string[]) {
  const said: string[] = []
  const output = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) }
  return { exit: await dispatch(args, AUDIT_COMMANDS, output), said: said.join('\n') }
}

describe('signing in and out', () => {
  it('ASVS 16.2.1, 16.3.1: a session that opens says who, how, when, from which network, in which request', async () => {
    const opened = await duringRequest({ ...request }, () =>
      signIn({ email: person.email, password: PASSWORD, device: '' }),
    )
    expect((await newest())[0]).toMatchObject({
      ...{
        action: 'session.opened',
        outcome: 'done',
        actorUserId: person.id,
        objectId: person.id,
        atMs: now,
      },
      ...{ requestId: 'ab12cd34ef', address: '203.0.113.0/24', details: { method: 'password' } },
    })
    if (!opened.ok) throw new Error('not signed in')
    await signOut(opened.value.secret)
    expect((await newest())[0]).toMatchObject({ action: 'session.closed', actorUserId: person.id })
    await signOut(opened.value.secret)
    expect((await newest(2)).map(({ action }) => action)).toEqual(['session.closed', 'session.opened'])
  })

  it('a session that its owner revokes leaves a row, one of another does not', async () => {
    const opened = await signIn({ email: person.email, password: PASSWORD, device: '' })
    if (!opened.ok) throw new Error('not signed in')
    const session = hashSessionSecret(opened.value.secret)
    await endSession(actors.taker.userId, session)
    expect((await newest())[0]).toMatchObject({ action: 'session.opened' })
    await endSession(person.id, session)
    expect((await newest())[0]).toMatchObject({ action: 'session.revoked', actorUserId: person.id })
  })

  it('ASVS 16.2.5, 16.3.1: a failure says which account, never the password nor an address', async () => {
    await signIn({ email: person.email, password: 'mauvais-mot', device: '' })
    await signIn({ email: 'inconnue@exemple.fr', password: 'mauvais-mot', device: '' })
    await signIn({ email: 'inconnue@exemple.fr', password: 'mauvais-mot', device: '' })
    const [again, unknown, known] = await newest(3)
    expect(known).toMatchObject({ action: 'session.opened', outcome: 'refused', objectId: person.id })
    expect(unknown).toMatchObject({ outcome: 'refused', actorUserId: null })
    expect(unknown?.objectId).toMatch(/^[0-9a-f]{32}$/)
    expect(again?.objectId).toBe(unknown?.objectId)
    const all = JSON.stringify(open.writer.prepare('select * from audit_rows').all())
    for (const secret of [PASSWORD, 'mauvais-mot', 'exemple.fr', 'Odile']) expect(all).not.toContain(secret)
  })
})

describe('what is written with the act', () => {
  it('ASVS 16.3.3: rights that change and accounts that close, without the words of the reason', async () => {
    const { giver, admin } = actors
    await changeMember({ actor: giver, userId: person.id, role: 'owner' })
    expect((await newest())[0]).toMatchObject({
      ...{ action: 'organisation.role-changed', actorUserId: giver.userId, objectId: giver.organisationId },
      details: { role: 'owner', userId: person.id },
    })
    await suspendAccount({ actor: admin, userId: person.id, reason: 'Annonces de Mme Odile' })
    await restoreAccount({ actor: admin, userId: person.id, reason: 'Erreur de notre part' })
    expect(await newest(2)).toMatchObject([
      { action: 'user.restored', objectId: person.id, objectName: person.name, details: {} },
      { action: 'user.suspended', actorUserId: admin.userId },
    ])
  })

  it('keeps neither the act nor its row when the transaction fails', async () => {
    const before = await findAuditHead()
    const failing = withTx(async (tx) => {
      await writeAudit(tx, { action: 'user.erased', objectId: person.id })
      throw new Error('disk')
    })
    await expect(failing).rejects.toThrow('disk')
    expect(await findAuditHead()).toEqual(before)
  })

  it('takes the organisation that the person acts for', async () => {
    const { userId, organisationId } = actors.taker
    await duringRequest({ ...request, actor: { userId, organisationId } }, () =>
      auditAlone({ action: 'user.data-exported', objectId: userId }),
    )
    expect((await newest())[0]).toMatchObject({ actorUserId: userId, organisationId })
  })

  it('an event that is not audited leaves no row', async () => {
    const before = await findAuditHead()
    const event = { entity: 'lot', entityId: 'x', kind: 'held', actorUserId: null } as const
    await withTx((tx) => recordChange(tx, event))
    expect(await findAuditHead()).toEqual(before)
  })

  it('ASVS 16.4.1: what is typed forges no line, in the row nor in the table', async () => {
    const forged = 'x\r\n1;2026-01-01;=cmd()'
    await auditAlone({
      action: 'page.opened',
      objectId: forged,
      details: { right: forged },
      actorUserId: null,
    })
    const [entry] = await newest()
    expect(entry?.objectId).toBe('x__1_2026-01-01__cmd__')
    const answer = await auditCsv(argsOf(await requestAs(actors.admin, '/administration/journal.csv')))
    const body = await answer.text()
    const rows = (await searchAudit(ALL)).entries.length
    expect(body.trim().split('\r\n').length).toBe(rows + 1)
  })
})

describe('the pages', () => {
  it('an admin who reads an account or takes a list away is seen to', async () => {
    const page = `/administration/comptes/${person.id}`
    await account(argsOf(await requestAs(actors.admin, page), { id: person.id }))
    await accountsCsv(argsOf(await requestAs(actors.admin, '/administration/comptes.csv')))
    expect(await newest(2)).toMatchObject([
      { action: 'accounts.exported' },
      { action: 'account.read', objectId: person.id },
    ])
  })

  it('ASVS 16.3.2, 16.4.2: only the team reads the log, and who tries otherwise is kept in it', async () => {
    for (const kind of ['giver', 'taker', 'agent'] as const) {
      const answer = await answerOf(
        auditPage(argsOf(await requestAs(actors[kind], '/administration/journal'))),
      )
      expect(answer).toMatchObject({ status: 404 })
      expect((await newest())[0]).toMatchObject({ action: 'page.opened', outcome: 'refused' })
    }
    const csv = await answerOf(auditCsv(argsOf(await requestAs(actors.agent, '/administration/journal.csv'))))
    expect(csv).toMatchObject({ status: 404 })
  })

  it('filters by who, what, object, day and outcome', async () => {
    const found = async (query: string) => {
      const answer = await auditPage(
        argsOf(await requestAs(actors.admin, `/administration/journal?${query}`)),
      )
      return answer.entries
    }
    const byName = await found('qui=exemple.fr')
    expect(byName.length).toBeGreaterThan(0)
    expect(byName.every(({ actorUserId }) => actorUserId === person.id)).toBe(true)
    expect(await found('quoi=user.suspended')).toMatchObject([{ action: 'user.suspended' }])
    expect((await found(`objet=${person.id}&issue=refused`)).length).toBeGreaterThan(0)
    expect(await found('du=2031-01-01')).toEqual([])
    expect((await found(`du=${TODAY}&au=${TODAY}`)).length).toBeGreaterThan(5)
    expect((await found('quoi=faux&du=hier')).length).toBeGreaterThan(5)
  })

  it('shows each row once, whatever is added while someone turns the pages', async () => {
    for (let n = 0; n < 60; n++) await auditAlone({ action: 'user.confirmed', objectId: `page-${n}` })
    const seen: number[] = []
    let before: number | undefined
    do {
      const { entries, older } = await searchAudit(ALL, before)
      seen.push(...entries.map(({ seq }) => seq))
      before = older ?? undefined
      await auditAlone({ action: 'user.confirmed', objectId: 'meanwhile' })
    } while (before !== undefined)
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a))
    expect(seen.at(-1)).toBe(1)
  })

  it('a person reads what concerns their own account and no name of another', async () => {
    const own = { ...actors.giver, userId: person.id, name: person.name, email: person.email }
    const answer = await ownActivity(argsOf(await requestAs(own, '/compte/activite')))
    expect(answer.entries.length).toBeGreaterThan(5)
    for (const { actorUserId, objectId } of answer.entries)
      expect([actorUserId, objectId]).toContain(person.id)
    const csv = await (await ownCsv(argsOf(await requestAs(own, '/compte/activite.csv')))).text()
    expect(csv).toContain('L’équipe de la Métropole')
    expect(csv).not.toContain(actors.admin.name)
    expect(csv).not.toContain(actors.admin.userId)
  })
})

describe('ASVS 16.4.2: the chain', () => {
  it('holds, and its rows can be neither changed nor erased nor inserted', async () => {
    expect(await verifyAudit()).toMatchObject({ faults: [] })
    const { writer } = open
    const last = (await findAuditHead())!
    expect(() => writer.exec("update audit_rows set outcome = 'done'")).toThrow('append-only')
    expect(() => writer.exec('delete from audit_rows')).toThrow('append-only')
    const anchor = `insert into audit_anchors values (${last.seq}, '${last.hash}', ${now}, ${now})`
    expect(() => writer.exec(anchor)).toThrow('a year')
    expect(() => writer.exec(`insert into audit_anchors values (5, '${'0'.repeat(64)}', 0, ${now})`)).toThrow(
      'no row',
    )
  })

  it('lets rows go after a year, from the oldest, and still holds from its anchor', async () => {
    const early = (await findAuditHead())!
    now += AUDIT_KEPT_MS - 1000
    await auditAlone({ action: 'user.confirmed', objectId: 'late' })
    await pruneAudit()
    expect((await searchAudit(ALL)).entries.length).toBeGreaterThan(5)
    now += 2000
    await pruneAudit()
    const { entries } = await searchAudit(ALL)
    expect(entries).toMatchObject([
      { action: 'audit.pruned', details: { upTo: early.seq } },
      { objectId: 'late', seq: early.seq + 1 },
    ])
    expect(await verifyAudit([early])).toMatchObject({ rows: 2, faults: [] })
    const rewritten = { ...early, hash: 'f'.repeat(64) }
    expect((await verifyAudit([rewritten])).faults).toMatchObject([{ kind: 'rewritten' }])
    expect(() => open.writer.exec('delete from audit_rows')).toThrow('append-only')
    await pruneAudit()
    expect((await searchAudit(ALL)).entries).toHaveLength(2)
  })

  // Last: a command closes the database that it opened.
  it('says which row was changed by whoever holds the file', async () => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-audit-'))
    const copy = path.join(dir, 'gisement.sqlite')
    if (!isOnPostgres) open.writer.exec(`vacuum into '${copy}'`)
    const there = isOnPostgres ? [] : ['--database', copy]
    const held = await findAuditHead()
    const before = await gisement('audit', 'verify', ...there)
    expect(before).toMatchObject({ exit: 0 })
    const writer = connectionTo(isOnPostgres ? open.file : copy)
    dropTrigger({ writer }, 'audit_rows', 'audit_rows_no_update')
    writer.exec("update audit_rows set actor_user_id = 'x' where seq = (select max(seq) from audit_rows)")
    writer.close()
    const after = await gisement('audit', 'verify', ...there, '--head', `${held!.seq}:${held!.hash}`)
    expect(after.exit).toBe(1)
    expect(after.said).toContain(`Row ${held!.seq} was altered`)
    expect(await gisement('audit', 'verify', '--head', 'x')).toMatchObject({ exit: 2 })
    fs.rmSync(dir, { recursive: true })
  })
})
