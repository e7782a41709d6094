import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { changePhotoConsent } from '~/features/examples/commands/change-photo-consent.server'
import { listExamples } from '~/features/examples/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { action, loader } from '~/routes/admin-photos/route'
import { loader as csv } from '~/routes/admin-photos-csv/route'
import { action as organisationAction, loader as organisation } from '~/routes/organisation/route'
import { createActors, type ActorKind } from '~tests/support/actors'
import { opensSite, publishes, sendsPhoto } from '~tests/support/answers'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const PAGE = '/administration/photos'
let open: TestDatabase
let actors: Record<ActorKind, Actor>
let photoIds: string[]

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  actors = await createActors()
  await changePhotoConsent({ actor: actors.giver, agrees: true })
  photoIds = [await sendsPhoto(actors.giver), await sendsPhoto(actors.giver), await sendsPhoto(actors.giver)]
  await publishes(actors.giver, await opensSite(actors.giver), { photoIds })
})
afterAll(() => {
  open.remove()
  setClock()
})

const see = async (query = '') => await loader(argsOf(await requestAs(actors.admin, `${PAGE}${query}`)))
async function post(who: Actor | null, form: Record<string, string>, query = '') {
  const answer = await answerOf(action(argsOf(await requestAs(who, `${PAGE}${query}`, form))))
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') }
  const { data, init } = answer as {
    data: { result: { error?: Record<string, string[]> } }
    init: { status: number }
  }
  return { status: init.status, errors: data.result.error }
}
const statesOf = async () =>
  Object.fromEntries(
    (
      await Promise.all(
        (['waiting', 'accepted', 'rejected'] as const).map((state) => listExamples({ state })),
      )
    )
      .flat()
      .map(({ photoId, state, label }) => [photoId, `${state} ${label}`]),
  )

describe('the labelling page', () => {
  it('does not exist for anyone but the team of the Métropole, nor does its file', async () => {
    for (const kind of ['giver', 'taker', 'agent'] as const) {
      const request = () => requestAs(actors[kind], PAGE)
      expect(await answerOf(loader(argsOf(await request())))).toMatchObject({ status: 404 })
      expect(await answerOf(csv(argsOf(await request())))).toMatchObject({ status: 404 })
      const form = { intent: 'label', photoId: photoIds[0]!, label: 'brick' }
      expect((await post(actors[kind], form)).status).toBe(404)
    }
    expect(await post(null, { intent: 'undo', photoId: photoIds[0]! })).toMatchObject({ status: 302 })
    expect(new Set(Object.values(await statesOf()))).toEqual(new Set(['waiting door']))
  })

  it('shows one photo of the list, its place kept in the address and within it', async () => {
    expect(await see()).toMatchObject({ rank: 1, total: 3 })
    expect(await see('?rang=3')).toMatchObject({ rank: 3 })
    expect(await see('?rang=99')).toMatchObject({ rank: 3 })
    const second = (await see('?rang=2')).example?.photo.id
    expect(await see(`?photo=${second}`)).toMatchObject({ rank: 2 })
    expect(await see('?etat=rejected')).toMatchObject({ rank: 1, total: 0, example: null })
    expect((await see()).example?.offered[0]).toBe('door')
  })

  it('answers a fault with a sentence at its field and changes nothing', async () => {
    const before = await statesOf()
    const bad = await post(actors.admin, { intent: 'label', photoId: photoIds[0]!, label: 'diamond' })
    expect(bad).toMatchObject({ status: 400, errors: { label: [expect.any(String)] } })
    const empty = await post(actors.admin, { intent: 'label', photoId: photoIds[0]!, label: '' })
    expect(empty).toMatchObject({ status: 400, errors: { label: [expect.any(String)] } })
    const unknown = await post(actors.admin, { intent: 'reject', photoId: newId() })
    expect(unknown.status).toBe(404)
    expect((await post(actors.admin, { intent: 'nonsense' })).status).toBe(404)
    expect((await post(actors.admin, { intent: 'undo', photoId: photoIds[0]! })).status).toBe(409)
    expect(await statesOf()).toEqual(before)
  })

  it('goes on at the same place with the same filters, and back to the photo when it is undone', async () => {
    const [first, second] = [(await see()).example!.photo.id, (await see('?rang=2')).example!.photo.id]
    const labelled = await post(
      actors.admin,
      { intent: 'label', photoId: second, label: 'timber' },
      '?origine=correction&rang=2',
    )
    expect(labelled).toEqual({ status: 302, to: `${PAGE}?origine=correction&rang=2&dernier=${second}` })
    const next = await see(labelled.to!.slice(PAGE.length))
    expect(next).toMatchObject({ rank: 2, total: 2, last: { state: 'accepted', label: 'timber' } })
    expect((await statesOf())[first]).toBe('waiting door')
    const undone = await post(actors.admin, { intent: 'undo', photoId: second })
    expect((await see(undone.to!.slice(PAGE.length))).example?.photo.id).toBe(second)
  })

  it('gives the filtered list as a file', async () => {
    const file = await csv(argsOf(await requestAs(actors.admin, `${PAGE}.csv?etiquette=door`)))
    const lines = (await file.text()).trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain('Porte')
    const none = await csv(argsOf(await requestAs(actors.admin, `${PAGE}.csv?etiquette=brick`)))
    expect((await none.text()).trim().split('\r\n')).toHaveLength(1)
  })
})

describe('consent on the page of the organisation', () => {
  const share = async (who: Actor, form: Record<string, string>) =>
    answerOf(organisationAction(argsOf(await requestAs(who, '/organisation', form))))
  const isSharing = async () => {
    const page = (await organisation(argsOf(await requestAs(actors.giver, '/organisation')))) as {
      organisation: { sharesPhotosSinceMs: number | null }
    }
    return page.organisation.sharesPhotosSinceMs !== null
  }

  it('is withdrawn by a box left empty and given by a box ticked, by owners alone', async () => {
    const member: Actor = { ...actors.giver, userId: newId(), membership: 'member' }
    expect(await share(member, { intent: 'photo-consent' })).toMatchObject({ status: 403 })
    expect(await isSharing()).toBe(true)
    expect(await share(actors.giver, { intent: 'photo-consent' })).toMatchObject({ status: 302 })
    expect(await isSharing()).toBe(false)
    expect(await see()).toMatchObject({ total: 0 })
    expect(await share(actors.giver, { intent: 'photo-consent', agrees: 'maybe' })).toMatchObject({
      init: { status: 400 },
    })
    expect(await isSharing()).toBe(false)
    await share(actors.giver, { intent: 'photo-consent', agrees: 'yes' })
    expect(await isSharing()).toBe(true)
  })
})
