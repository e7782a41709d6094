import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import type { ModerationAct } from '~/core/moderation-terms'
import { paths } from '~/core/paths'
import { searchAudit } from '~/features/audit/queries/audit-log.server'
import { auditSearchSchema } from '~/features/audit/schema'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { countLots, findLot, findVisibleLot, searchLots } from '~/features/lots/queries.server'
import { VISITOR } from '~/features/lots/model/visibility'
import { findNeedsForLot } from '~/features/matching/queries.server'
import { answerAppeal, appeal, decide } from '~/features/moderation/commands/decide.server'
import { confirmReport, reportSubject } from '~/features/moderation/commands/report-subject.server'
import {
  findDecision,
  findDecisionInForce,
  listReportsOf,
  listWaitingCases,
} from '~/features/moderation/queries/cases.server'
import { findSubject } from '~/features/moderation/queries/subjects.server'
import { reportToken } from '~/features/moderation/report-link.server'
import { findNeed } from '~/features/needs/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { env, setEnv } from '~/platform/env.server'
import { loader as adminReport, action as adminReportAction } from '~/routes/admin-report/route'
import { loader as adminReports } from '~/routes/admin-reports/route'
import { loader as decisionsCsv } from '~/routes/admin-reports-csv/route'
import { loader as apiLots } from '~/routes/lots-geojson/route'
import { loader as atom } from '~/routes/lots-atom/route'
import { loader as lotPage } from '~/routes/lot/route'
import { loader as needPage } from '~/routes/need/route'
import { loader as decisionPage, action as decisionAction } from '~/routes/moderation-decision/route'
import { action as reportAction, loader as reportPage } from '~/routes/report/route'
import { createActor } from '~tests/support/actors'
import { accepts, granted, requests } from '~tests/support/answers'
import {
  makeActor,
  makeLot,
  makeNeed,
  makeSite,
  openTestDatabase,
  TODAY,
  type TestDatabase,
} from '~tests/support/deal'
import { mailText, startMailServer, type MailServer } from '~tests/support/mail-server'

let now = Date.parse(`${TODAY}T12:00:00Z`)
let open: TestDatabase
let server: MailServer
let giver: Actor, taker: Actor, admin: Actor, second: Actor
let siteId: string
const STATEMENT = 'La photo montre des plaques de fibrociment, que la loi interdit de céder.'

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  server = await startMailServer()
  setEnv({ ...env(), smtpUrl: server.url, publicUrl: 'https://gisement.test' })
  giver = await makeActor('giver')
  taker = await makeActor('taker', '93048')
  admin = await createActor('admin')
  siteId = await makeSite(giver)
})
beforeEach(async () => {
  now += 2 * 3_600_000
  while (await runOnce('moderation-test'));
  server.received.length = 0
})
afterAll(async () => {
  await server.close()
  open.remove()
  setClock()
})

const subjectOf = async (id: string, kind: 'lot' | 'need' = 'lot') => (await findSubject(kind, id))!
async function reports(lotId: string, more: Partial<Parameters<typeof reportSubject>[0]> = {}) {
  const report: Omit<Parameters<typeof reportSubject>[0], 'subject'> = {
    id: newId(),
    reason: 'hazard',
    text: 'On dirait du fibrociment',
    photoId: '',
    website: '',
    email: 'odile@exemple.fr',
    actor: null,
    locale: 'fr',
    clientIp: '203.0.113.7',
  }
  const subject = await subjectOf(lotId)
  const all = { ...report, subject, ...more }
  return { id: all.id, result: await reportSubject(all) }
}
async function decides(lotId: string, act: ModerationAct, by = admin, id = newId()) {
  const subject = await subjectOf(lotId)
  return { id, result: await decide({ actor: by, id, subject, act, ground: 'hazard', statement: STATEMENT }) }
}
async function mails() {
  while (await runOnce('moderation-test'));
  return server.received.map((mail) => ({ to: mail.to.join(), text: mailText(mail.raw) }))
}

describe('a report', () => {
  it('of someone without an account is seen by the team once the address agrees', async () => {
    const lotId = await makeLot(giver, siteId, 10)
    const { id } = await reports(lotId)
    expect(await listReportsOf('lot', lotId)).toEqual([])
    const [mail] = await mails()
    expect(mail?.to).toContain('odile@exemple.fr')
    expect(mail?.text).toContain(paths.confirmReport(reportToken(id)))
    expect(await confirmReport(`${id}.faux`)).toMatchObject({ ok: false })
    granted(await confirmReport(reportToken(id)))
    granted(await confirmReport(reportToken(id)))
    expect(await listReportsOf('lot', lotId)).toMatchObject([{ hasAccount: false, reason: 'hazard' }])
  })

  it('of someone with an account is taken at once, twice the same once, grouped with others', async () => {
    const lotId = await makeLot(giver, siteId, 10)
    const id = newId()
    await reports(lotId, { id, actor: taker })
    await reports(lotId, { id, actor: taker })
    await reports(lotId, { actor: taker, reason: 'fraud' })
    const waiting = (await listWaitingCases()).filter((one) => one.id === lotId)
    expect(waiting).toMatchObject([{ reports: 2, isAppeal: false, title: expect.any(String) as string }])
    expect(waiting[0]?.reasons.toSorted()).toEqual(['fraud', 'hazard'])
  })

  it('ASVS 2.4.1: is bounded by network and by address, and a program is dropped without a word', async () => {
    const lotId = await makeLot(giver, siteId, 10)
    const sent = []
    for (let n = 0; n < 6; n++) sent.push(await reports(lotId, { email: `a${n}@exemple.fr` }))
    expect(sent.map(({ result }) => result.ok)).toEqual([true, true, true, true, true, false])
    expect(sent[5]?.result).toMatchObject({ error: { code: 'rate-limited' } })
    now += 3_700_000
    const bot = await reports(lotId, { website: 'x' })
    expect(bot.result.ok).toBe(true)
    expect((await mails()).length).toBe(5)
  })

  it('is made on the page, of what the reader sees and of nothing else', async () => {
    const lotId = await makeLot(giver, siteId, 10)
    const path = paths.report('lot', lotId)
    const page = await reportPage(argsOf(await requestAs(null, path), { kind: 'lot', id: lotId }))
    expect(page).toMatchObject({ asksEmail: true })
    const form = { id: newId(), reason: 'privacy', text: 'Un visage se voit', email: 'b@exemple.fr' }
    const args = argsOf(await requestAs(null, path, form), { kind: 'lot', id: lotId })
    expect(await reportAction(args)).toMatchObject({ status: 302 })
    for (const params of [
      { kind: 'lot', id: newId() },
      { kind: 'autre', id: lotId },
      { kind: 'lot', id: "1'" },
    ]) {
      expect(await answerOf(reportPage(argsOf(await requestAs(null, path), params)))).toMatchObject({
        status: 404,
      })
    }
  })
})

describe('a listing that is hidden', () => {
  it('vanishes for others at once, everywhere, keeps what is held, and comes back as it was', async () => {
    const needId = await makeNeed(taker, 10)
    const lotId = await makeLot(giver, siteId, 10)
    const held = await requests(taker, lotId, 2)
    await accepts(giver, held)
    const viewed = async () => ({
      page:
        (await answerOf(lotPage(argsOf(await requestAs(null, paths.lot(lotId)), { lotId })))) instanceof
        Response,
      visible: (await findVisibleLot(lotId, VISITOR)) !== null,
      found: (await searchLots({}, { size: 100, number: 1 })).lots.some(({ id }) => id === lotId),
      byWords:
        (await searchLots({ text: (await findLot(lotId))!.reference }, { size: 9, number: 1 })).lots.length >
        0,
      feed: (await (await atom(argsOf(await requestAs(null, '/lots.atom')))).text()).includes(lotId),
      map: (await (await apiLots(argsOf(await requestAs(null, '/lots.geojson')))).text()).includes(lotId),
      matched: (await findNeedsForLot((await findLot(lotId))!, 5)).some(({ item }) => item.id === needId),
    })
    const before = await viewed()
    expect(before).toMatchObject({
      page: false,
      visible: true,
      found: true,
      byWords: true,
      feed: true,
      map: true,
    })
    const count = await countLots({})
    granted((await decides(lotId, 'hidden')).result)
    expect(await viewed()).toMatchObject({
      ...{ page: true, visible: false, found: false, byWords: false, feed: false, map: false },
    })
    expect(await countLots({})).toBe(count - 1)
    const own = await lotPage(argsOf(await requestAs(giver, paths.lot(lotId)), { lotId }))
    expect(own).toMatchObject({ data: { state: 'hidden' } })
    const toTaker = (await mails()).filter(({ to }) => to.includes(taker.email))
    expect(toTaker.map(({ text }) => text).join()).toContain('Votre réservation est gardée')
    for (const status of ['published', 'paused'] as const) {
      expect(await changeLotStatus({ actor: giver, lotId, status })).toMatchObject({
        error: { code: 'conflict' },
      })
    }
    granted((await decides(lotId, 'restored')).result)
    expect(await viewed()).toEqual(before)
  })

  it('paused goes back to its pause; a need is hidden and shown the same way', async () => {
    const lotId = await makeLot(giver, siteId, 10)
    await changeLotStatus({ actor: giver, lotId, status: 'paused' })
    await decides(lotId, 'hidden')
    await decides(lotId, 'restored')
    expect((await findLot(lotId))?.status).toBe('paused')
    const needId = await makeNeed(taker, 10)
    const page = async (who: Actor | null) =>
      answerOf(needPage(argsOf(await requestAs(who, paths.need(needId)), { needId })))
    const subject = () => subjectOf(needId, 'need')
    const act = { actor: admin, ground: 'other', statement: STATEMENT } as const
    granted(await decide({ ...act, id: newId(), act: 'hidden', subject: await subject() }))
    expect(await page(null)).toMatchObject({ status: 404 })
    expect(await page(taker)).toMatchObject({ state: 'hidden' })
    granted(await decide({ ...act, id: newId(), act: 'restored', subject: await subject() }))
    expect((await findNeed(needId))?.status).toBe('open')
  })
})

describe('a decision', () => {
  it('tells the owner why, the reporter what, and is in the audit log without the words', async () => {
    const lotId = await makeLot(giver, siteId, 10)
    const { id: reportId } = await reports(lotId)
    await confirmReport(reportToken(reportId))
    const { id } = await decides(lotId, 'asked')
    const told = await mails()
    const owner = told.find(({ to }) => to.includes(giver.email))
    expect(owner?.text).toContain(STATEMENT)
    expect(owner?.text).toContain(paths.moderationDecision(id))
    const reporter = told.filter(({ to }) => to.includes('odile@exemple.fr')).at(-1)
    expect(reporter?.text).toContain('à corriger')
    expect(reporter?.text).not.toContain(STATEMENT)
    expect((await listWaitingCases()).some((one) => one.id === lotId)).toBe(false)
    const [row] = (await searchAudit(auditSearchSchema.parse({ quoi: 'moderation.asked' }))).entries
    expect(row).toMatchObject({ actorUserId: admin.userId, objectId: id, details: {} })
    expect(granted((await decides(lotId, 'asked', admin, id)).result)).toEqual({ id })
  })

  it('ASVS 8.2.1: is the team’s alone, on the pages and in the command', async () => {
    const lotId = await makeLot(giver, siteId, 10)
    expect((await decides(lotId, 'hidden', giver)).result).toMatchObject({ error: { code: 'forbidden' } })
    for (const who of [giver, taker]) {
      const page = adminReport(argsOf(await requestAs(who, '/x'), { kind: 'lot', id: lotId }))
      expect(await answerOf(page)).toMatchObject({ status: 404 })
      expect(await answerOf(adminReports(argsOf(await requestAs(who, '/x'))))).toMatchObject({ status: 404 })
      expect(await answerOf(decisionsCsv(argsOf(await requestAs(who, '/x'))))).toMatchObject({ status: 404 })
    }
    const form = { intent: 'decide', id: newId(), act: 'hidden', ground: 'hazard', statement: STATEMENT }
    const post = argsOf(await requestAs(admin, '/x', form), { kind: 'lot', id: lotId })
    expect(await adminReportAction(post)).toMatchObject({ status: 302 })
    expect((await findLot(lotId))?.status).toBe('hidden')
  })

  it('is appealed once by its owner and answered by someone else, who may overturn it', async () => {
    const lotId = await makeLot(giver, siteId, 10)
    const { id } = await decides(lotId, 'hidden')
    const text = 'C’est du zinc et non du fibrociment : voyez la tranche.'
    const url = paths.moderationDecision(id)
    const notOwn = decisionPage(argsOf(await requestAs(taker, url), { id }))
    expect(await answerOf(notOwn)).toMatchObject({ status: 404 })
    expect(await findDecisionInForce('lot', lotId)).toMatchObject({ id, act: 'hidden' })
    const page = await decisionPage(argsOf(await requestAs(giver, url), { id }))
    expect(page).toMatchObject({ mayAppeal: true, decision: { statement: STATEMENT, decidedByUserId: '' } })
    expect(await appeal({ actor: taker, id, text })).toMatchObject({ error: { code: 'not-found' } })
    const post = argsOf(await requestAs(giver, url, { text }), { id })
    expect(await decisionAction(post)).toMatchObject({ status: 302 })
    expect(await appeal({ actor: giver, id, text: `${text} Encore.` })).toMatchObject({
      error: { code: 'appeal-late' },
    })
    expect((await listWaitingCases()).some((one) => one.id === lotId && one.isAppeal)).toBe(true)
    second = await createActor('admin', { name: 'Métropole, autre équipe' })
    const answer = {
      decisionId: id,
      outcome: 'overturned',
      answer: 'La tranche montre bien du zinc.',
    } as const
    expect(await answerAppeal({ actor: admin, ...answer })).toMatchObject({
      error: { code: 'appeal-other-person' },
    })
    granted(await answerAppeal({ actor: second, ...answer }))
    expect((await findLot(lotId))?.status).toBe('published')
    expect(await findDecisionInForce('lot', lotId)).toBeNull()
    expect(await findDecision(id)).toMatchObject({ appealOutcome: 'overturned' })
    const told = await mails()
    const answers = told.filter(({ to, text }) => to.includes(giver.email) && text.includes(answer.answer))
    expect(answers).toHaveLength(1)
  })

  it('is counted in a table that names nobody', async () => {
    const csv = await (await decisionsCsv(argsOf(await requestAs(admin, '/x')))).text()
    expect(csv).toContain('Masquer aux autres')
    for (const name of [giver.name, giver.organisationName, STATEMENT]) expect(csv).not.toContain(name)
  })
})
