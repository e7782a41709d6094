import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { decide } from '~/features/moderation/commands/decide.server'
import { findDecisionInForce } from '~/features/moderation/queries/cases.server'
import { findSubject } from '~/features/moderation/queries/subjects.server'
import { postInClub } from '~/features/programme/commands/post-in-club.server'
import { decideFiche, writeFiche } from '~/features/programme/commands/share-practice.server'
import { threadsOf } from '~/features/programme/model/fiche'
import { findFiche, listPosts } from '~/features/programme/queries/library.server'
import { ficheSchema } from '~/features/programme/schema'
import { listNotifications } from '~/features/notifications/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { action as caseAction } from '~/routes/admin-report/route'
import { action as clubAction, loader as clubLoader } from '~/routes/club/route'
import { loader as clubCsv } from '~/routes/club-csv/route'
import { action as ficheAction, loader as ficheLoader } from '~/routes/fiche/route'
import { loader as libraryLoader } from '~/routes/library/route'
import { loader as decisionPage } from '~/routes/moderation-decision/route'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const STATEMENT = 'Le texte cite une personne par son nom, sans son accord.'
let setup: TestSetup
let admin: Actor
let agent: Actor
let other: Actor
let giver: Actor

beforeAll(async () => {
  setup = await setupDatabase()
  admin = await createActor('admin')
  agent = await createActor('agent')
  other = await createActor('agent', { communeCode: '93066', name: 'Ville voisine' })
  giver = await createActor('giver')
})
afterAll(() => setup.cleanup())

const BODY = 'Une cour d’école a servi d’entrepôt pendant un mois, sous bâche, avec un registre au mur.'
const fiche = (more: object = {}) =>
  ficheSchema.parse({ id: newId(), title: 'Stocker dans une cour', body: BODY, topics: ['storage'], ...more })

async function statusFor(actor: Actor | null, id: string): Promise<number> {
  const request = await requestAs(actor, `/programme/ressources/${id}`)
  const answer = await answerOf(ficheLoader(argsOf(request, { ficheId: id })))
  return answer instanceof Response ? answer.status : 200
}

/** What a person was told by then, the newest first. */
async function newsOf(actor: Actor) {
  while (await runOnce('library-test'));
  const told = await listNotifications(actor.userId, { unreadOnly: true, limit: 50 })
  return told.map(({ kind, params, path }) => ({ kind, params, path }))
}

describe('a fiche', () => {
  it('is public once the team has read it, and waits again when it is changed', async () => {
    const own = fiche()
    granted(await writeFiche({ actor: agent, ...own }))
    expect(await statusFor(null, own.id)).toBe(404)
    expect(await statusFor(other, own.id)).toBe(404)
    expect(await statusFor(agent, own.id)).toBe(200)
    expect(await decideFiche(agent, own.id, { decision: 'publish' })).toMatchObject({
      error: { code: 'forbidden' },
    })
    granted(await decideFiche(admin, own.id, { decision: 'publish' }))
    expect(await statusFor(null, own.id)).toBe(200)
    expect(await writeFiche({ actor: other, ...own })).toMatchObject({ error: { code: 'not-found' } })
    granted(await writeFiche({ actor: agent, ...own, title: 'Stocker sous bâche' }))
    expect(await findFiche(own.id)).toMatchObject({ state: 'proposed', title: 'Stocker sous bâche' })
    const reason = 'Retirez le nom de l’entreprise.'
    granted(await decideFiche(admin, own.id, { decision: 'refuse', reason }))
    expect(await findFiche(own.id)).toMatchObject({ state: 'refused', reason })
    expect(await newsOf(agent)).toMatchObject([
      { kind: 'programme.fiche-refuse', params: { reason }, path: `/programme/ressources/${own.id}` },
      { kind: 'programme.fiche-publish' },
    ])
    expect(await newsOf(other)).toEqual([])
  })

  it('is found by its words, topic and material; a company writes none', async () => {
    granted(await writeFiche({ actor: admin, ...fiche({ materials: ['brick'], topics: ['removal'] }) }))
    const found = async (query: string) => {
      const request = await requestAs(null, `/programme/ressources${query}`)
      return (await libraryLoader(argsOf(request))).fiches.length
    }
    expect(await found('?q=bache')).toBe(1)
    expect(await found('?theme=removal&materiau=brick')).toBe(1)
    expect(await found('?theme=training')).toBe(0)
    expect(await found('?theme=nimporte')).toBe(1)
    expect(await writeFiche({ actor: giver, ...fiche() })).toMatchObject({ error: { code: 'forbidden' } })
  })
})

describe('the club', () => {
  const page = async (actor: Actor | null) =>
    answerOf(clubLoader(argsOf(await requestAs(actor, '/programme/club'))))

  it('is closed to visitors and companies', async () => {
    expect(await page(null)).toMatchObject({ status: 302 })
    expect(await page(giver)).toMatchObject({ status: 403 })
    const csv = await requestAs(giver, '/programme/club.csv')
    expect(await answerOf(clubCsv(argsOf(csv)))).toMatchObject({ status: 403 })
    const post = { actor: giver, id: newId(), text: 'Bonjour' }
    expect(await postInClub(post)).toMatchObject({ error: { code: 'forbidden' } })
  })

  it('keeps a post once, with its answers, one level deep', async () => {
    const id = newId()
    const post = { actor: agent, id, text: 'Qui a une clause de dépose soignée ?' }
    await Promise.all([postInClub(post), postInClub(post)])
    expect(await postInClub({ ...post, actor: other })).toMatchObject({ error: { code: 'conflict' } })
    const answer = newId()
    granted(await postInClub({ actor: other, id: answer, parentId: id, text: 'Nous : je l’envoie.' }))
    const deep = await postInClub({ actor: agent, id: newId(), parentId: answer, text: 'Merci' })
    expect(deep).toMatchObject({ error: { code: 'not-found' } })
    expect(threadsOf(await listPosts())).toMatchObject([{ id, answers: [{ id: answer }] }])
    granted(await postInClub({ actor: agent, id: newId(), parentId: id, text: 'Je précise ma question.' }))
    const answers = (await newsOf(agent)).filter(({ kind }) => kind === 'programme.answered')
    expect(answers).toMatchObject([{ params: { text: 'Nous : je l’envoie.' }, path: '/programme/club' }])
  })

  it('is moderated by a decision with reasons alone: the author reads them, may appeal, and the words come back', async () => {
    const id = newId()
    granted(await postInClub({ actor: agent, id, text: 'Numéro de téléphone privé' }))
    const direct = await requestAs(admin, '/programme/club', { intent: 'hide', id, reason: 'Donnée privée' })
    await answerOf(clubAction(argsOf(direct)))
    expect(JSON.stringify(await page(other))).toContain('Numéro de téléphone')
    const decides = async (actor: Actor, act: 'hidden' | 'restored') => {
      const form = { intent: 'decide', id: newId(), act, ground: 'privacy', statement: STATEMENT }
      const request = await requestAs(actor, paths.reportedSubject('post', id), form)
      return answerOf(caseAction(argsOf(request, { kind: 'message', id })))
    }
    expect(await decides(other, 'hidden')).toMatchObject({ status: 404 })
    expect(await decides(admin, 'hidden')).toMatchObject({ status: 302 })
    const seen = JSON.stringify(await page(other))
    expect(seen).not.toContain('Numéro de téléphone')
    expect(seen).not.toContain(STATEMENT)
    const csv = await (await clubCsv(argsOf(await requestAs(other, '/programme/club.csv')))).text()
    expect(csv).not.toContain('Numéro de téléphone')
    const reply = await postInClub({ actor: agent, id: newId(), parentId: id, text: 'Suite' })
    expect(reply).toMatchObject({ error: { code: 'not-found' } })

    const decision = (await findDecisionInForce('post', id))!
    expect(await page(agent)).toMatchObject({ decisions: { [id]: decision.id } })
    expect(await page(other)).toMatchObject({ decisions: {} })
    const own = decisionPage(argsOf(await requestAs(agent, '/x'), { id: decision.id }))
    expect(await own).toMatchObject({ mayAppeal: true, decision: { statement: STATEMENT } })
    const told = setup.database.writer
      .prepare("select count(*) from outbox where topic = 'moderation.decided' and payload like ?")
      .pluck()
      .get(`%${decision.id}%`)
    expect(told).toBe(1)
    expect(await decides(admin, 'restored')).toMatchObject({ status: 302 })
    expect(JSON.stringify(await page(other))).toContain('Numéro de téléphone')
  })

  it('has no other way to hide: a fiche that is published or hidden is no matter of its reading', async () => {
    const own = fiche({ title: 'Déposer sans casser' })
    granted(await writeFiche({ actor: agent, ...own }))
    granted(await decideFiche(admin, own.id, { decision: 'publish' }))
    const post = async (form: Record<string, string>) =>
      answerOf(ficheAction(argsOf(await requestAs(admin, '/x', form), { ficheId: own.id })))
    await post({ intent: 'hide', reason: 'Une raison qui ne suffit pas.' })
    expect(await findFiche(own.id)).toMatchObject({ state: 'published' })
    const subject = (await findSubject('fiche', own.id))!
    const hide = { act: 'hidden', ground: 'privacy', statement: STATEMENT } as const
    granted(await decide({ actor: admin, id: newId(), subject, ...hide }))
    expect(await decideFiche(admin, own.id, { decision: 'publish' })).toMatchObject({
      error: { code: 'conflict' },
    })
    granted(await writeFiche({ actor: admin, ...own, title: 'Déposer sans rien casser' }))
    expect(await findFiche(own.id)).toMatchObject({ state: 'hidden', title: 'Déposer sans rien casser' })
  })

  it('answers an empty post at its field', async () => {
    const form = { intent: 'post', id: newId(), text: '' }
    const request = await requestAs(agent, '/programme/club', form)
    const answer = (await answerOf(clubAction(argsOf(request)))) as { init: { status: number } }
    expect(answer.init.status).toBe(400)
  })
})
