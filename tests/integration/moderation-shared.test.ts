import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import type { ModerationAct, ReportedKind } from '~/core/moderation-terms'
import { paths } from '~/core/paths'
import { answerAppeal, appeal, decide } from '~/features/moderation/commands/decide.server'
import { STATISTIC_TABLES } from '~/features/moderation/model/statistics'
import { findDecisionInForce, listWaitingCases } from '~/features/moderation/queries/cases.server'
import { findSubject } from '~/features/moderation/queries/subjects.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { postInClub } from '~/features/programme/commands/post-in-club.server'
import { decideFiche, writeFiche } from '~/features/programme/commands/share-practice.server'
import { findFiche, findPost } from '~/features/programme/queries/library.server'
import { ficheSchema } from '~/features/programme/schema'
import { findStory } from '~/features/stories/queries.server'
import { runOnce } from '~/jobs/worker.server'
import { withTx } from '~/platform/transaction.server'
import { loader as overview } from '~/routes/admin/route'
import { loader as caseCsv } from '~/routes/admin-report-csv/route'
import { loader as clubPage } from '~/routes/club/route'
import { loader as decisionPage } from '~/routes/moderation-decision/route'
import { loader as fichePage } from '~/routes/fiche/route'
import { loader as figuresPage } from '~/routes/moderation-figures/route'
import { loader as figuresCsv } from '~/routes/moderation-figures-csv/route'
import { loader as myLots } from '~/routes/my-lots/route'
import { action as reportAction, loader as reportPage } from '~/routes/report/route'
import { insertRows } from '~db/seed/factories/rows'
import { makeInstalledPicture, makeReinstallation, makeStoryConsent } from '~db/seed/factories/story'
import { createActor } from '~tests/support/actors'
import { accepts, granted, requests, signs } from '~tests/support/answers'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let now = Date.parse(`${TODAY}T12:00:00Z`)
let open: TestDatabase
let giver: Actor, taker: Actor, admin: Actor, agent: Actor, other: Actor
const STATEMENT = 'Le texte cite une personne par son nom, sans son accord.'
const REPORT = { reason: 'privacy', text: 'On y lit un nom de famille', email: '', website: '' }

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker', '93048')
  admin = await createActor('admin')
  agent = await createActor('agent')
  other = await createActor('agent', { communeCode: '93066', name: 'Ville voisine' })
})
afterAll(() => {
  open.remove()
  setClock()
})

/** A story of the taker that both sides allow, the taker without its name. */
async function tellsStory(): Promise<string> {
  const lotId = await makeLot(giver, await makeSite(giver), 10)
  const reservationId = await requests(taker, lotId, 2)
  await accepts(giver, reservationId)
  now += 86_400_000
  await signs(giver, reservationId, 40_000)
  await signs(taker, reservationId, 40_000)
  const picture = makeInstalledPicture({ reservationId, userId: taker.userId, sha256: 'a'.repeat(64) })
  const told = makeReinstallation({
    ...{ reservationId, reinstalledOn: TODAY, communeCode: '93048', words: 'Reposées par Madame Témoin.' },
    ...{ fileId: picture.id, userId: taker.userId },
  })
  const consent = (side: 'giver' | 'taker', userId: string) =>
    makeStoryConsent({ reservationId, side, userId })
  await withTx((tx) =>
    insertRows(tx, {
      handoverFiles: [picture],
      reinstallations: [told],
      storyConsents: [consent('giver', giver.userId), consent('taker', taker.userId)],
    }),
  )
  return told.id
}

async function writesFiche(): Promise<string> {
  const body = 'Une cour d’école a servi d’entrepôt pendant un mois, sous bâche, avec un registre au mur.'
  const fiche = ficheSchema.parse({ id: newId(), title: 'Stocker dehors', body, topics: ['storage'] })
  granted(await writeFiche({ actor: agent, ...fiche }))
  granted(await decideFiche(admin, fiche.id, { decision: 'publish' }))
  return fiche.id
}

async function posts(text = 'Appelez Madame Témoin au dépôt.'): Promise<string> {
  const id = newId()
  granted(await postInClub({ actor: agent, id, text }))
  return id
}

const SEGMENTS = { story: 'histoire', fiche: 'fiche', post: 'message' } as const
type Shared = keyof typeof SEGMENTS

async function reportAs(who: Actor | null, kind: Shared, id: string) {
  const form = { ...REPORT, id: newId(), email: who?.email ?? 'odile@exemple.fr' }
  const args = argsOf(await requestAs(who, paths.report(kind, id), form), { kind: SEGMENTS[kind], id })
  return answerOf(reportAction(args))
}

async function decides(kind: ReportedKind, id: string, act: ModerationAct) {
  const subject = (await findSubject(kind, id))!
  return decide({ actor: admin, id: newId(), subject, act, ground: 'privacy', statement: STATEMENT })
}

const CASES = [
  {
    kind: 'story' as const,
    make: tellsStory,
    owner: () => taker,
    isShown: async (id: string) => (await findStory(id)) !== null,
  },
  {
    kind: 'fiche' as const,
    make: writesFiche,
    owner: () => agent,
    isShown: async (id: string) => (await findFiche(id))?.state === 'published',
  },
  {
    kind: 'post' as const,
    make: () => posts(),
    owner: () => agent,
    isShown: async (id: string) => (await findPost(id))?.isHidden === false,
  },
]

describe.each(CASES)('a $kind', ({ kind, make, owner, isShown }) => {
  it('is reported, waits in the queue, is hidden with reasons, appealed and shown again', async () => {
    const id = await make()
    const waitingBefore = (await overview(argsOf(await requestAs(admin, '/administration')))).reports
    expect(await reportAs(other, kind, id)).toMatchObject({ status: 302 })
    expect((await overview(argsOf(await requestAs(admin, '/administration')))).reports).toBe(
      waitingBefore + 1,
    )
    const waiting = (await listWaitingCases()).filter((one) => one.id === id)
    expect(waiting).toMatchObject([{ kind, reports: 1, reasons: ['privacy'] }])
    granted(await decides(kind, id, 'hidden'))
    expect(await isShown(id)).toBe(false)
    expect(await decides(kind, id, 'hidden')).toMatchObject({ error: { code: 'conflict' } })
    expect(await reportAs(other, kind, id)).toMatchObject({ status: 404 })
    const decision = (await findDecisionInForce(kind, id))!
    const page = decisionPage(argsOf(await requestAs(owner(), '/x'), { id: decision.id }))
    expect(await page).toMatchObject({ mayAppeal: true, decision: { statement: STATEMENT } })
    granted(
      await appeal({ actor: owner(), id: decision.id, text: 'Cette personne m’a donné son accord écrit.' }),
    )
    const answer = { outcome: 'overturned', answer: 'L’accord écrit a été produit.' } as const
    granted(await answerAppeal({ actor: admin, decisionId: decision.id, ...answer }))
    expect(await isShown(id)).toBe(true)
    const csv = await caseCsv(argsOf(await requestAs(admin, '/x'), { kind: SEGMENTS[kind], id }))
    const lines = (await csv.text()).trim().split('\r\n')
    // The report, the decision, its appeal and the answer; who reported is named to nobody.
    expect(lines).toHaveLength(5)
    for (const text of [REPORT.text, STATEMENT, answer.answer]) expect(lines.join()).toContain(text)
    expect(lines.join()).not.toContain(other.email)
    const asOwner = argsOf(await requestAs(owner(), '/x'), { kind: SEGMENTS[kind], id })
    expect(await answerOf(caseCsv(asOwner))).toMatchObject({ status: 404 })
    while (await runOnce('shared-test'));
  })
})

it('a side of a story that wants no name is not named to whoever reports it', async () => {
  const id = await tellsStory()
  const args = argsOf(await requestAs(null, '/x'), { kind: 'histoire', id })
  expect(JSON.stringify(await reportPage(args))).not.toContain(taker.organisationName)
})

it('a post is reported by those who read the club, and its readers see the ground, not the statement', async () => {
  const id = await posts('Voici son numéro privé.')
  expect(await reportAs(giver, 'post', id)).toMatchObject({ status: 403 })
  expect(await reportAs(null, 'post', id)).toMatchObject({ status: 302 })
  expect((await listWaitingCases()).some((one) => one.id === id)).toBe(false)
  granted(await decides('post', id, 'hidden'))
  const seen = JSON.stringify(await clubPage(argsOf(await requestAs(other, '/programme/club'))))
  expect(seen).toContain('donnée personnelle')
  expect(seen).not.toContain(STATEMENT)
  expect(seen).not.toContain('numéro privé')
})

it('a hidden fiche that its author changes waits for the team, which is told what was decided of the former text', async () => {
  const id = await writesFiche()
  granted(await decides('fiche', id, 'hidden'))
  const first = (await findDecisionInForce('fiche', id))!
  const seen = async (who: Actor) => fichePage(argsOf(await requestAs(who, '/x'), { ficheId: id }))
  const changes = async (title: string) => {
    now += 60_000
    const body =
      'Une cour d’école a servi d’entrepôt pendant un mois, sous bâche, avec un registre de passage.'
    granted(
      await writeFiche({ actor: agent, ...ficheSchema.parse({ id, title, body, topics: ['storage'] }) }),
    )
    while (await runOnce('shared-test'));
  }
  await changes('Stocker dehors, sans nom')
  expect(await findFiche(id)).toMatchObject({ state: 'proposed', title: 'Stocker dehors, sans nom' })
  expect(await answerOf(seen(other))).toMatchObject({ status: 404 })
  expect(await seen(agent)).toMatchObject({ decision: null })
  expect(await seen(admin)).toMatchObject({ former: { ground: 'privacy' }, decisions: ['publish', 'refuse'] })
  const page = decisionPage(argsOf(await requestAs(agent, '/x'), { id: first.id }))
  expect(await page).toMatchObject({ mayAppeal: true, decision: { supersededAtMs: now } })
  expect(await decides('fiche', id, 'hidden')).toMatchObject({ error: { code: 'conflict' } })
  granted(await decideFiche(admin, id, { decision: 'publish' }))
  expect(await seen(admin)).toMatchObject({ former: null })
  const csv = await caseCsv(argsOf(await requestAs(admin, '/x'), { kind: 'fiche', id }))
  expect(await csv.text()).toContain('Texte changé par son auteur')
  // Hidden anew, it stays so whatever becomes of the appeal against what was decided of the former text.
  now += 60_000
  granted(await decides('fiche', id, 'hidden'))
  granted(await appeal({ actor: agent, id: first.id, text: 'Cette personne m’a donné son accord écrit.' }))
  const answer = { outcome: 'overturned', answer: 'L’accord écrit a été produit.' } as const
  granted(await answerAppeal({ actor: admin, decisionId: first.id, ...answer }))
  expect(await findFiche(id)).toMatchObject({ state: 'hidden' })
  expect(await findDecisionInForce('fiche', id)).not.toMatchObject({ id: first.id })
})

it('a fiche that waits for the team is nothing to report', async () => {
  const fiche = ficheSchema.parse({
    ...{ id: newId(), title: 'Trier sur place', topics: ['removal'] },
    body: 'Trois bennes séparées dès le premier jour, avec un plan affiché à chaque étage du bâtiment.',
  })
  granted(await writeFiche({ actor: agent, ...fiche }))
  expect(await reportAs(agent, 'fiche', fiche.id)).toMatchObject({ status: 404 })
})

it('«Mes lots» leads to the decision about a lot that was hidden, and to none once it is shown again', async () => {
  const lotId = await makeLot(giver, await makeSite(giver), 10)
  granted(await decides('lot', lotId, 'hidden'))
  const shelf = async () => myLots(argsOf(await requestAs(giver, '/mes-lots?etat=pause')))
  const decision = (await findDecisionInForce('lot', lotId))!
  expect((await shelf()).decisions).toMatchObject({ [lotId]: decision.id })
  expect((await shelf()).lots.map(({ lot }) => lot.id)).toContain(lotId)
  now += 60_000
  granted(await decides('lot', lotId, 'restored'))
  expect((await shelf()).decisions[lotId]).toBeUndefined()
})

it('the public figures tell no small count, on the page and in the CSV', async () => {
  const page = await figuresPage(argsOf(await requestAs(null, '/moderation?annee=2026')))
  const counts = STATISTIC_TABLES.flatMap((table) => page.statistics[table].rows.map(({ count }) => count))
  expect(counts).toContain(null)
  for (const count of counts) if (count) expect(count).toBeGreaterThanOrEqual(5)
  const csv = await (await figuresCsv(argsOf(await requestAs(null, '/moderation.csv?annee=2026')))).text()
  expect(csv).toMatch(/Signalements reçus, par raison, 2026;Visage, plaque ou donnée personnelle;/)
  expect(csv).not.toMatch(/;[1-4]\r\n/)
})
