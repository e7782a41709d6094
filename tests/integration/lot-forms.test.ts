import { argsOf, answerOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { answersOfLot } from '~/features/lots/model/lot-answers'
import type { PostingAnswers } from '~/features/lots/model/posting-answers'
import { findLot, listLotsOf } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { action as lotAction } from '~/routes/lot/route'
import { action as editAction, loader as editLoader } from '~/routes/lot-edit/route'
import { action as newAction, loader as newLoader } from '~/routes/lot-new/route'
import { opensSite, publishes, requests, sendsPhoto } from '~tests/support/answers'
import { createActor } from '~tests/support/actors'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let taker: Actor
let siteId = ''

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  siteId = await opensSite(giver)
})
afterAll(() => {
  setClock()
  open.remove()
})

type Answer = { data: Record<string, unknown>; init?: { status?: number } }
type Form = [string, string][]

/** A request that posts a form with repeated fields. */
async function post(actor: Actor, path: string, form: Form): Promise<Request> {
  const { headers } = await requestAs(actor, path)
  return new Request(new URL(path, 'http://localhost'), {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  })
}

/** The form of a lot as its page shows it, with some answers changed. */
async function formOf(lotId: string, changes: Record<string, string | string[]> = {}): Promise<Form> {
  const lot = (await findLot(lotId))!
  const photoIds = ((await listPhotosOfLots([lotId])).get(lotId) ?? []).map(({ id }) => id)
  const answers = {
    ...answersOfLot(lot),
    photoIds,
    seen: String(lot.updatedAtMs),
    intent: 'save',
    ...changes,
  }
  return Object.entries(answers).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  )
}

async function edit(lotId: string, form: Form, actor = giver): Promise<unknown> {
  return answerOf(editAction(argsOf(await post(actor, `/lots/${lotId}/modifier`, form), { lotId })))
}

async function openEdit(actor: Actor | null, lotId: string) {
  return answerOf(editLoader(argsOf(await requestAs(actor, `/lots/${lotId}/modifier`), { lotId })))
}

async function openNew(query = '', actor = giver) {
  return (await answerOf(newLoader(argsOf(await requestAs(actor, `/lots/publier${query}`))))) as Awaited<
    ReturnType<typeof newLoader>
  >
}

describe('the page that changes a lot', () => {
  it('is its organisation’s alone, and leads back from a withdrawn lot', async () => {
    const lotId = await publishes(giver, siteId)
    const statuses = [null, await makeActor('giver'), taker, await createActor('admin')].map(
      async (actor) => {
        const answer = await openEdit(actor, lotId)
        return answer instanceof Response ? answer.status : 200
      },
    )
    expect(await Promise.all(statuses)).toEqual([302, 404, 403, 403])
    await changeLotStatus({ actor: giver, lotId, status: 'withdrawn' })
    const answer = (await openEdit(giver, lotId)) as Response
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, `/lots/${lotId}`])
  })

  it('opens with every answer and saves them', async () => {
    const lotId = await publishes(giver, siteId, { attributes: { leafWidth: '830' } })
    const page = (await openEdit(giver, lotId)) as { answers: PostingAnswers }
    expect(page.answers).toMatchObject({ quantity: '12', massKg: '480', 'attributes.leafWidth': '830' })
    const saved = (await edit(lotId, await formOf(lotId, { title: 'Portes rares' }))) as Response
    expect(saved.headers.get('Location')).toBe(`/lots/${lotId}?fait=modifie`)
    expect(await findLot(lotId)).toMatchObject({ title: 'Portes rares', massG: 480_000 })
  })

  it('names what is wrong at its field, keeps the answers and changes nothing', async () => {
    const lotId = await publishes(giver, siteId)
    await requests(taker, lotId, 5)
    const before = await findLot(lotId)
    const cases: [Record<string, string | string[]>, number, string, RegExp][] = [
      [{ quantity: '3', title: 'Gardé' }, 409, 'quantity', /au moins 5/],
      [{ material: 'window', title: 'Gardé' }, 409, 'material', /ne changent plus/],
      [{ quantity: 'douze', title: 'Gardé' }, 400, 'quantity', /nombre/],
      [{ photoIds: [], title: 'Gardé' }, 400, 'photoIds', /au moins une photo/],
      [{ hazards: ['asbestos'], title: 'Gardé' }, 400, 'hazards', /amiante/i],
      [{ cedingRight: '', title: 'Gardé' }, 400, 'cedingRight', /à quel titre/],
    ]
    for (const [changes, status, field, sentence] of cases) {
      const answer = (await edit(lotId, await formOf(lotId, changes))) as Answer
      expect(answer.init?.status).toBe(status)
      const result = answer.data.result as { error: Record<string, string[]>; initialValue: unknown }
      expect(result.error[field]?.join()).toMatch(sentence)
      expect(result.initialValue).toMatchObject({ title: 'Gardé' })
    }
    expect(await findLot(lotId)).toEqual(before)
  })

  it('tells of a colleague’s change, and replaces it when it is sent again', async () => {
    const lotId = await publishes(giver, siteId)
    const mine = await formOf(lotId, { title: 'De Karim' })
    await edit(lotId, await formOf(lotId, { title: 'De Nadia' }))
    const answer = (await edit(lotId, mine)) as Answer
    expect(answer.init?.status).toBe(409)
    const { initialValue } = answer.data.result as { initialValue: { seen: string } }
    const again = mine.map(([name, value]): [string, string] => [
      name,
      name === 'seen' ? initialValue.seen : value,
    ])
    expect(((await edit(lotId, again)) as Response).status).toBe(302)
    expect((await findLot(lotId))?.title).toBe('De Karim')
  })
})

describe('a form without JavaScript', () => {
  it('moves a photo and comes back with its answers, when a lot is changed and when it is published', async () => {
    const [a, b, c] = [await sendsPhoto(giver), await sendsPhoto(giver), await sendsPhoto(giver)]
    const lotId = await publishes(giver, siteId, { photoIds: [a, b, c] })
    const orderOf = (answer: unknown) => {
      const { data } = answer as { data: { photos: { id: string }[]; result: { initialValue: unknown } } }
      expect(data.result.initialValue).toMatchObject({ title: 'Gardé' })
      return data.photos.map(({ id }) => id)
    }
    const asked = (intent: string) => formOf(lotId, { title: 'Gardé', intent })
    expect(orderOf(await edit(lotId, await asked(`first.${c}`)))).toEqual([c, a, b])
    expect(orderOf(await edit(lotId, await asked(`up.${c}`)))).toEqual([a, c, b])
    const posted = await post(giver, '/lots/publier', await asked(`up.${c}`))
    expect(orderOf(await answerOf(newAction(argsOf(posted))))).toEqual([a, c, b])
    expect((await findLot(lotId))?.title).not.toBe('Gardé')
    await edit(lotId, await formOf(lotId, { photoIds: [c, a, b] }))
    expect((await listPhotosOfLots([lotId])).get(lotId)?.map(({ id }) => id)).toEqual([c, a, b])
  })
})

describe('a lot published from another', () => {
  it('starts from its answers under an id of its own, without photos, and asks again what was declared', async () => {
    const site = await opensSite(giver)
    const lotId = await publishes(giver, site, {
      title: 'Portes à copier',
      quantityBasis: 'verified',
      access: 'Quai au sous-sol',
      visibility: 'staged',
      publicFrom: addDays(TODAY, 3),
    })
    const page = await openNew(`?depuis=${lotId}`)
    expect(page.lotId).not.toBe(lotId)
    expect(page.kept).toMatchObject({ photos: [], attachments: [] })
    expect(page.copied).toMatchObject({ title: 'Portes à copier' })
    expect(page.answers).toMatchObject({
      title: 'Portes à copier',
      siteId: site,
      access: 'Quai au sous-sol',
      hazards: [],
      quantityBasis: 'estimated',
      visibility: 'public',
      publicFrom: '',
    })
    expect(page.answers).not.toHaveProperty('photoIds')
  })

  it('is of one’s own organisation only, also when it is withdrawn', async () => {
    const lotId = await publishes(giver, siteId)
    await changeLotStatus({ actor: giver, lotId, status: 'withdrawn' })
    expect((await openNew(`?depuis=${lotId}`)).copied).not.toBeNull()
    expect(await openNew(`?depuis=${lotId}`, await makeActor('giver'))).toMatchObject({ status: 404 })
    expect(await openNew('?depuis=inconnu')).toMatchObject({ status: 404 })
  })
})

describe('a second lot of a site', () => {
  it('recalls how the last one there was loaded, stored, removed and ceded, and nothing else', async () => {
    const [first, second] = [await opensSite(giver), await opensSite(giver)]
    const terms = { access: 'Monte-charge', packaging: 'palette', vehicle: 'van', removal: 'removed' }
    await publishes(giver, first, { ...terms, access: 'Ancien accès', cedingRight: 'contract' })
    setClock({ now: () => Date.parse(`${TODAY}T13:00:00Z`) })
    const storageUntil = addDays(TODAY, 120)
    await publishes(giver, first, { ...terms, cedingRight: 'mandate', storageUntil, provenance: 'Étage' })
    const page = await openNew(`?chantier=${first}`)
    const recalled = { ...terms, cedingRight: 'mandate', storageUntil }
    expect(page.answers).toEqual(recalled)
    expect(page.recalled[first]).toEqual(recalled)
    expect(page.recalled[second]).toBeUndefined()
    expect((await openNew(`?chantier=${second}`)).answers).toEqual({})
    const lot = (await listLotsOf(giver.organisationId))[0]!
    expect((await openNew(`?depuis=${lot.id}`)).recalled).toEqual({})
  })

  it('does not recall a storage that would end before the lot leaves, nor another organisation’s lot', async () => {
    const site = await opensSite(giver, { endsOn: addDays(TODAY, 90) })
    await publishes(giver, site, { storageUntil: addDays(TODAY, 60) })
    expect((await openNew(`?chantier=${site}`)).answers).toMatchObject({ storageUntil: '' })
    const stranger = await makeActor('giver')
    expect((await openNew('', stranger)).recalled).toEqual({})
  })
})

describe('an act of «Mes lots»', () => {
  it('comes back to the shelf it was on; from the page of the lot, to that page', async () => {
    const lotId = await publishes(giver, siteId)
    const act = async (path: string, status: string) => {
      const args = argsOf(await post(giver, path, [['status', status]]), { lotId })
      return ((await answerOf(lotAction(args))) as Response).headers.get('Location')
    }
    expect(await act(`/lots/${lotId}?etat=en-ligne`, 'paused')).toBe('/mes-lots?etat=en-ligne&fait=pause')
    expect(await act(`/lots/${lotId}?etat=//evil`, 'published')).toBe('/mes-lots?etat=en-ligne&fait=reprise')
    expect(await act(`/lots/${lotId}`, 'withdrawn')).toBe(`/lots/${lotId}?fait=retrait`)
  })
})
