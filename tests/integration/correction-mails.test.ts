import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { answerCorrection, askCorrection } from '~/features/accounting/commands/correct-mass.server'
import { listNotifications } from '~/features/notifications/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { handsOver } from '~tests/support/ledger'
import { startMailServer, type MailServer } from '~tests/support/mail-server'

const KG = 1000
let open: TestDatabase
let server: MailServer
let giver: Actor, taker: Actor, admin: Actor
let handoverId = ''

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({ ...env(), smtpUrl: server.url, publicUrl: 'https://gisement.test' })
  giver = await makeActor('giver')
  taker = await makeActor('taker', '93048')
  admin = await createActor('admin')
  open.writer.prepare(`update users set locale = 'en' where id = ?`).run(taker.userId)
  handoverId = await handsOver({ giver, taker }, await makeLot(giver, await makeSite(giver), 1000), 600 * KG)
  await work()
})
afterAll(async () => {
  setClock()
  await server.close()
  open.remove()
})

/** Runs every job, and gives the e-mails that left meanwhile: to whom, and in which words. */
async function work(): Promise<{ to: string[]; text: string }[]> {
  const before = server.received.length
  while (await runOnce('correction-mails'));
  return server.received.slice(before).map(({ to, raw }) => ({ to, text: plain(raw) }))
}

/** Quoted-printable as a reader sees it. */
function plain(raw: string): string {
  const bytes = raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1')
    .toString('utf8')
    .replace(/\u00a0/g, ' ')
}

const kindsOf = async (actor: Actor) =>
  (await listNotifications(actor.userId, { unreadOnly: false, limit: 20 }))
    .filter(({ kind }) => kind.startsWith('ledger.'))
    .map(({ kind, path }) => [kind, path])

const ask = (actor: Actor, massKg: number, id = newId()) =>
  askCorrection({ actor, id, handoverId, massG: massKg * KG, reason: 'typing', note: 'Un zéro de trop' })

describe('the parties of a handover hear of its correction', () => {
  it('the other side, in its language, when one side asks; then both of the answer but who gave it', async () => {
    const id = newId()
    granted(await ask(giver, 60, id))
    const asked = await work()
    expect(asked.map(({ to }) => to)).toEqual([[taker.email]])
    expect(asked[0]!.text).toMatch(/asks to correct the handover/)
    expect(asked[0]!.text).toContain('60 kg instead of 600 kg. Reason: Typing')
    expect(asked[0]!.text).toContain('Un zéro de trop')
    expect(asked[0]!.text).toContain(`https://gisement.test/remises/${handoverId}`)
    granted(await answerCorrection({ actor: taker, id, act: 'decline', answer: 'Le bon de pesée fait foi' }))
    const declined = await work()
    expect(declined.map(({ to }) => to)).toEqual([[giver.email]])
    expect(declined[0]!.text).toContain('est refusée')
    expect(declined[0]!.text).toContain('Réponse : Le bon de pesée fait foi')
    expect(await work()).toEqual([])
    const page = `/remises/${handoverId}`
    expect(await kindsOf(taker)).toEqual([['ledger.correction-asked', page]])
    expect(await kindsOf(giver)).toEqual([['ledger.correction-declined', page]])
  })

  it('the other side when it is taken back', async () => {
    const id = newId()
    granted(await ask(taker, 70, id))
    expect((await work()).map(({ to }) => to)).toEqual([[giver.email]])
    granted(await answerCorrection({ actor: taker, id, act: 'withdraw', answer: '' }))
    const told = await work()
    expect(told.map(({ to }) => to)).toEqual([[giver.email]])
    expect(told[0]!.text).toContain('retire sa demande')
  })

  it('whoever asked, of the agreement; a question that was answered before it left is not asked', async () => {
    const id = newId()
    granted(await ask(taker, 80, id))
    granted(await answerCorrection({ actor: giver, id, act: 'agree', answer: '' }))
    const told = await work()
    expect(told.map(({ to }) => to)).toEqual([[taker.email]])
    expect(told[0]!.text).toMatch(/80 kg instead of 600 kg/)
  })

  it('both of what the Métropole corrects by itself', async () => {
    granted(await ask(admin, 0))
    const told = await work()
    expect(told.flatMap(({ to }) => to).sort()).toEqual([giver.email, taker.email].sort())
    expect(told.find(({ to }) => to[0] === giver.email)!.text).toMatch(/rien au lieu de 80/)
    expect(told.find(({ to }) => to[0] === taker.email)!.text).toMatch(/nothing instead of 80/)
  })
})
