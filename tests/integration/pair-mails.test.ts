import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { setClock } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { contactPair } from '~/features/matching/commands/contact-pair.server'
import { dismissPair } from '~/features/matching/commands/dismiss-pair.server'
import { proposeForLot } from '~/features/matching/commands/propose-pairs.server'
import { chooseMails } from '~/features/notifications/commands/choose-mails.server'
import { remind } from '~/features/notifications/commands/remind.server'
import { tellOfLot } from '~/features/notifications/commands/tell-of-matches.server'
import { CAPPED_MAILS_A_DAY } from '~/features/notifications/model/kinds'
import { SUMMARY_LENGTH } from '~/features/notifications/model/summary'
import { getPaces, listNotifications } from '~/features/notifications/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { action } from '~/routes/unsubscribe/route'
import { matchPairs } from '~db/sqlite/matching'
import {
  makeActor,
  makeLot,
  makeNeed,
  makeSite,
  noteAll,
  openTestDatabase,
  TODAY,
  type TestDatabase,
} from '~tests/support/deal'
import { mailText, startMailServer, type MailServer } from '~tests/support/mail-server'

// A Tuesday.
const NOON = Date.parse(`${TODAY}T12:00:00Z`)

let open: TestDatabase
let server: MailServer
let giver: Actor
let taker: Actor
let now = NOON

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({ ...env(), smtpUrl: server.url, publicUrl: 'https://gisement.test' })
})
beforeEach(async () => {
  now = NOON
  open.writer.exec(
    "UPDATE lots SET status = 'withdrawn'; UPDATE needs SET status = 'closed'; DELETE FROM jobs",
  )
  server.received.length = 0
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  await makeNeed(taker, 40)
})
afterAll(async () => {
  setClock()
  await server.close()
  open.remove()
})

/** What came to someone since the last call, once everything that is due is done. */
async function arrived(to: Actor) {
  while (await runOnce('pair-mails-test'));
  const all = server.received.splice(0)
  return all.filter((mail) => mail.to.includes(to.email))
}

async function newLots(count: number, leavesIn?: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const id = await makeLot(giver, await makeSite(giver), 50)
    if (leavesIn !== undefined) {
      open.writer
        .prepare('UPDATE lots SET available_until = ? WHERE id = ?')
        .run(addDays(TODAY, leavesIn), id)
      noteAll(open)
    }
    ids.push(id)
  }
  return ids
}

async function tellOf(lotIds: readonly string[]): Promise<void> {
  for (const id of lotIds) await tellOfLot(id)
}

async function pairOf(lotId: string): Promise<string> {
  await proposeForLot(lotId)
  const [pair] = await open.read.select().from(matchPairs).where(eq(matchPairs.lotId, lotId))
  return pair!.id
}

const at = (day: string, time: string) => Date.parse(`${day}T${time}:00Z`)

describe('e-mails of matches', () => {
  it('come at once up to a number a day; the others wait for one summary the next morning', async () => {
    await tellOf(await newLots(CAPPED_MAILS_A_DAY + 3))
    expect(await arrived(taker)).toHaveLength(CAPPED_MAILS_A_DAY)
    expect(await listNotifications(taker.userId, { unreadOnly: true, limit: 20 })).toHaveLength(8)
    now = at(addDays(TODAY, 1), '05:00')
    const mails = await arrived(taker)
    expect(mails).toHaveLength(1)
    expect(mailText(mails[0]!.raw).match(/https:\/\/gisement\.test\/lots\//g)).toHaveLength(3)
    await tellOf(await newLots(1))
    expect(await arrived(taker)).toHaveLength(1)
  })

  it('name what ends soon before the reasons', async () => {
    await tellOf(await newLots(1, 3))
    const [mail] = await arrived(taker)
    expect(mailText(mail!.raw)).toContain('Encore 3 jours')
  })

  it('come in one summary on Monday morning for who wants them weekly', async () => {
    await chooseMails(taker.userId, { 'match-lot': 'weekly' })
    await tellOf(await newLots(2))
    now = at('2026-09-20', '23:30')
    await tellOf(await newLots(1))
    now = at('2026-09-21', '04:59')
    expect(await arrived(taker)).toEqual([])
    now = at('2026-09-21', '05:00')
    const [mail, ...others] = await arrived(taker)
    expect(others).toEqual([])
    // 23:30 UTC on Sunday is Monday in Paris: that one waits for the next week.
    expect(mailText(mail!.raw).match(/https:\/\/gisement\.test\/lots\//g)).toHaveLength(2)
    now = at('2026-09-28', '05:00')
    expect(await arrived(taker)).toHaveLength(1)
  })

  it('put what ends soon at the head of a summary, and count what goes beyond its length', async () => {
    await chooseMails(taker.userId, { 'match-lot': 'daily' })
    await tellOf(await newLots(SUMMARY_LENGTH + 1))
    const [ending] = await newLots(1, 4)
    await tellOf([ending!])
    now = at(addDays(TODAY, 1), '05:00')
    const [mail] = await arrived(taker)
    const text = mailText(mail!.raw)
    const links = [...text.matchAll(/gisement\.test\/lots\/([0-9a-f-]{36})/g)].map(([, id]) => id)
    expect(links).toHaveLength(SUMMARY_LENGTH)
    expect(links[0]).toBe(ending)
    expect(text).toContain('Encore 3 jours')
    expect(text).toMatch(/Et 2 autres nouvelles\s: https:\/\/gisement\.test\/notifications/)
  })

  it('say nothing of a pair set aside', async () => {
    const [lotId] = await newLots(1)
    await dismissPair({ actor: giver, pairId: await pairOf(lotId!), reason: 'found', note: '' })
    await tellOf([lotId!])
    expect(await arrived(taker)).toEqual([])
  })
})

describe('one click', () => {
  const click = async (raw: string) => {
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
    const url = /^List-Unsubscribe:\s*<([^>]+)>/m.exec(raw)?.[1] ?? ''
    const request = await requestAs(null, url, { 'List-Unsubscribe': 'One-Click' })
    const answer = await answerOf(action(argsOf(request, { token: url.split('/').at(-1)! })))
    return answer as { kinds: { kind: string; pace: string }[] }
  }

  it('ends the kind of an e-mail, without a session', async () => {
    await tellOf(await newLots(1))
    const [mail] = await arrived(taker)
    expect(await click(mail!.raw)).toMatchObject({ kinds: [{ kind: 'match-lot', pace: 'immediate' }] })
    await tellOf(await newLots(1))
    expect(await arrived(taker)).toEqual([])
  })

  it('ends what a summary held because the day had too much of it', async () => {
    await chooseMails(taker.userId, { reservation: 'weekly' })
    await tellOf(await newLots(CAPPED_MAILS_A_DAY + 1))
    await arrived(taker)
    now = at(addDays(TODAY, 1), '05:00')
    const [mail] = await arrived(taker)
    await click(mail!.raw)
    expect(await getPaces(taker.userId)).toMatchObject({
      'match-lot': 'off',
      reservation: 'off',
      reminder: 'immediate',
      programme: 'immediate',
    })
  })
})

describe('a pair that becomes urgent', () => {
  it('is called to mind once to each side, by day', async () => {
    const [lotId] = await newLots(1, 10)
    const pairId = await pairOf(lotId!)
    await remind()
    const mails = async () => [...(await arrived(taker)), ...(await arrived(giver))]
    const urgent = (list: { raw: string }[]) => list.filter(({ raw }) => raw.includes(`pair-${pairId}`))
    expect(urgent(await mails())).toEqual([])
    now = at(addDays(TODAY, 4), '03:00')
    await remind()
    expect(await mails()).toEqual([])
    now = at(addDays(TODAY, 4), '09:00')
    await remind()
    while (await runOnce('pair-mails-test'));
    const all = server.received.splice(0).filter(({ raw }) => mailText(raw).includes(`pair-${pairId}`))
    expect(all.map(({ to }) => to[0]).sort()).toEqual([giver.email, taker.email].sort())
    now = at(addDays(TODAY, 5), '09:00')
    await remind()
    expect((await arrived(taker)).filter(({ raw }) => mailText(raw).includes(`pair-${pairId}`))).toEqual([])
  })

  it('is not, once a side has set it aside', async () => {
    const [lotId] = await newLots(1, 4)
    await dismissPair({ actor: taker, pairId: await pairOf(lotId!), reason: 'price', note: '' })
    await remind()
    expect(await arrived(taker)).toEqual([])
  })
})

describe('a message about a pair', () => {
  it.each([true, false])(
    'reaches the other side; answers go to the sender only if they agree (%s)',
    async (agrees) => {
      const [lotId] = await newLots(1)
      const pairId = await pairOf(lotId!)
      const message = { id: newId(), text: 'Passez jeudi voir les briques.', sharesAddress: agrees }
      expect((await contactPair({ actor: giver, pairId, ...message })).ok).toBe(true)
      const [mail, ...others] = await arrived(taker)
      expect(others).toEqual([])
      expect(mailText(mail!.raw)).toContain(message.text)
      expect(mail!.raw.includes(giver.email)).toBe(agrees)
      const [told] = await listNotifications(taker.userId, { unreadOnly: true, limit: 1 })
      expect(told).toMatchObject({ kind: 'match.contact', params: { text: message.text } })
      expect(isoDayOf(told!.createdAtMs)).toBe(TODAY)
    },
  )
})
