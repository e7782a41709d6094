import { argsOf, requestAs } from '~tests/support/requests'
import { createHash } from 'node:crypto'
import type { ActionFunction } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { saveDraft } from '~/features/lots/commands/save-draft.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findInventory } from '~/features/sites/queries.server'
import routes from '~/routes'
import {
  accepts,
  inventories,
  opensSite,
  publishes,
  requests,
  sendsPhoto,
  states,
} from '~tests/support/answers'
import { createActors, type ActorKind } from '~tests/support/actors'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { HOSTILE, HOSTILE_NAMES } from '~tests/support/hostile'
import { sendsSurvey } from '~tests/support/survey'

const modules = import.meta.glob<{ action?: ActionFunction }>('../../app/routes/*/route.{ts,tsx}')
const WHO = ['visitor', 'giver', 'taker', 'agent', 'admin'] as const

/** Acts that an empty form is a whole answer to: nothing ticked, nothing asked. */
const WITHOUT_ANSWERS = ['compte/renvoyer-le-courriel', 'compte/notifications', 'deconnexion', 'preferences']

let open: TestDatabase
let actors: Record<ActorKind, Actor>
/** Ids of real records by the name that the addresses give them. */
let known: Record<string, string>

type Acting = { path: string; action: ActionFunction }
let acting: Acting[]

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  actors = await createActors()
  const siteId = await opensSite(actors.giver)
  await inventories(actors.giver, siteId)
  const lotId = await publishes(actors.giver, siteId)
  const needId = await states(actors.taker)
  const reservationId = await requests(actors.taker, lotId, 2, needId)
  await accepts(actors.giver, reservationId)
  await requests(actors.taker, lotId, 1, needId)
  const draftId = newId()
  await saveDraft({ actor: actors.giver, draftId, answers: { title: 'Brouillon' }, takenAtMs: 1 })
  const lineId = (await findInventory(siteId))!.lines[0]!.id
  const photoId = await sendsPhoto(actors.giver)
  const importId = await sendsSurvey(actors.giver, siteId)
  known = { siteId, lotId, needId, reservationId, draftId, lineId, photoId, importId, attachmentId: newId() }
  acting = await actionsOf(routes)
})
afterAll(() => {
  open.remove()
  setClock()
})

async function actionsOf(entries: readonly RouteConfigEntry[]): Promise<Acting[]> {
  const found = await Promise.all(
    entries.map(async ({ path = '', file }) => {
      const module = await modules[`../../app/${file}`]!()
      return module.action ? [{ path, action: module.action }] : []
    }),
  )
  return found.flat()
}

/** Where refusals themselves are kept: who was refused what, and how often a way in was tried. */
const REFUSALS = ['audit_rows', 'rate_limits']

/** A fingerprint of every row of every table but those where refusals are kept. */
function fingerprint(): Record<string, string> {
  const { writer } = open
  const names = writer
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    names
      .filter((name) => !REFUSALS.includes(name))
      .map((name) => {
        const rows = writer.prepare(`select * from "${name}"`).raw().all() as unknown[][]
        const sorted = rows.map((row) => JSON.stringify(row)).sort()
        return [name, `${rows.length} ${createHash('sha256').update(sorted.join()).digest('hex')}`]
      }),
  )
}

/** What those post who may act on next to nothing. */
const BRIEF = ['script', 'control', 'huge', 'prototype']

type Body = { what: string; body: BodyInit | null; type?: string }

/** Bodies that no page sends, `names` being what a form of the product may hold. */
function* bodies(names: readonly string[], isBrief = false): Generator<Body> {
  yield { what: 'no body', body: null }
  yield { what: 'an empty form', body: new URLSearchParams() }
  yield { what: 'JSON', body: '{"title":"x"}', type: 'application/json' }
  yield { what: 'text', body: 'title=x', type: 'text/plain' }
  yield { what: 'bytes', body: new Uint8Array([0, 255, 254, 1]), type: 'application/octet-stream' }
  yield { what: 'no type', body: new Uint8Array([61]), type: '' }
  yield {
    what: 'a multipart that breaks off',
    body: '--x\r\nContent-Disposition: form-data; name="a"',
    type: 'multipart/form-data; boundary=x',
  }
  yield { what: 'a multipart without a boundary', body: 'x', type: 'multipart/form-data' }
  for (const [what, value] of Object.entries(HOSTILE)) {
    if (isBrief && !BRIEF.includes(what)) continue
    // One field of a megabyte is more than the server reads; in all of them it would only be slow.
    const filled = value.length > 10_000 ? names.slice(0, 2) : names
    yield { what, body: new URLSearchParams(filled.map((name) => [name, value])) }
  }
  const parts = new FormData()
  for (const name of names) parts.append(name, HOSTILE.script!)
  yield { what: 'a form in parts', body: parts }
  const strange = new FormData()
  for (const name of HOSTILE_NAMES) strange.append(name, 'x')
  yield { what: 'names that no form has', body: strange }
  const files = new FormData()
  for (const name of ['photos', 'attachments', 'photo', 'file', ...names]) {
    files.append(name, new File(['not a picture'], '../../<script>.jpg', { type: 'image/jpeg' }))
  }
  yield { what: 'files', body: files }
}

const INTENTS = [
  'publish',
  'photos',
  'sheet',
  'accept',
  'confirm',
  'propose-pickup',
  'profile',
  'invite',
  'role',
  'remove',
  'survey',
  'correct',
  'nonsense',
]
const NAMES = [
  'id',
  'title',
  'name',
  'email',
  'password',
  'next',
  'status',
  'kind',
  'material',
  'quantity',
  'unit',
  'massKg',
  'reusableKg',
  'siteId',
  'needId',
  'communeCode',
  'availableUntil',
  'surveyedOn',
  'reason',
  'photoIds',
  'takenAtMs',
  'userId',
  'session',
  'locale',
  'theme',
  'returnTo',
  'pickupOn',
]

async function post(
  who: (typeof WHO)[number],
  { path, action }: Acting,
  params: Record<string, string>,
  { body, type }: Body,
) {
  const address = `/${path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? 'x'))}`
  const asked = await requestAs(who === 'visitor' ? null : actors[who], address)
  const headers = new Headers(asked.headers)
  if (type !== undefined) headers.set('Content-Type', type)
  const request = new Request(asked.url, { method: 'POST', headers, body })
  if (type === '') request.headers.delete('Content-Type')
  try {
    const answer: unknown = await action(argsOf(request, params))
    if (answer instanceof Response) return answer.status
    return (answer as { init?: ResponseInit | null } | null)?.init?.status ?? 200
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status
    throw new Error(`${who} posts to /${path}`, { cause: thrown })
  }
}

it('finds the acts of every route', () => {
  expect(acting.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['lots/publier', 'chantiers/:siteId', 'mes-besoins', 'connexion', 'organisation']),
  )
  expect(acting.length).toBeGreaterThanOrEqual(24)
})

describe.each(WHO)('whatever %s posts', (who) => {
  it('ASVS 2.2.1, 2.2.2: to an address of nothing is refused, and no row changes', async () => {
    const params = {
      siteId: "'; --",
      lotId: '../x',
      needId: newId(),
      reservationId: '\u0000',
      draftId: 'x',
      lineId: '__proto__',
      photoId: 'x',
      attachmentId: 'x',
      token: '\u202e',
    }
    const before = fingerprint()
    for (const act of acting) {
      if (WITHOUT_ANSWERS.includes(act.path)) continue
      for (const body of bodies(NAMES, who !== 'giver' && who !== 'taker')) {
        expect(await post(who, act, params, body), `${act.path}: ${body.what}`).toBeLessThan(500)
      }
    }
    expect(fingerprint()).toEqual(before)
  })

  it('ASVS 1.4.2, 1.5.2, 2.2.1, 15.3.5, 15.3.6: to a real address is refused unless it is a form that holds, and no row changes', async () => {
    const before = fingerprint()
    const { draftId: _draft, ...params } = known
    for (const act of acting) {
      if (WITHOUT_ANSWERS.includes(act.path) || act.path.includes(':draftId')) continue
      for (const body of bodies(NAMES, who !== 'giver' && who !== 'taker')) {
        expect(await post(who, act, params, body), `${act.path}: ${body.what}`).toBeLessThan(500)
      }
      for (const intent of INTENTS) {
        for (const value of ['', HOSTILE.script!, '-12', HOSTILE.noSuchDay!, 'open']) {
          // With photos, the posting form would wait for what the model says of them.
          const names = NAMES.filter((name) => name !== 'photoIds')
          const form = new URLSearchParams(names.map((name) => [name, value]))
          form.set('intent', intent)
          const status = await post(who, act, params, { what: intent, body: form })
          expect(status, `${act.path}: ${intent} ${value}`).toBeLessThan(500)
        }
      }
    }
    expect(fingerprint()).toEqual(before)
  })
})

it('answers acts that need no answer without an error, whatever the body', async () => {
  for (const act of acting.filter(({ path }) => WITHOUT_ANSWERS.includes(path))) {
    for (const who of WHO) {
      for (const body of bodies(NAMES)) expect(await post(who, act, {}, body), act.path).toBeLessThan(500)
    }
  }
})

it('keeps of a draft what was typed, however strange, and of no one else’s', async () => {
  const act = acting.find(({ path }) => path.includes(':draftId'))!
  const params = { draftId: known.draftId! }
  for (const who of WHO.filter((one) => one !== 'giver')) {
    const before = fingerprint()
    for (const body of bodies(NAMES)) expect(await post(who, act, params, body)).toBeLessThan(500)
    expect(fingerprint()).toEqual(before)
  }
  for (const body of bodies(NAMES))
    expect(await post('giver', act, params, body), body.what).toBeLessThan(500)
})
