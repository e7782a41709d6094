import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import type { Actor } from '~/features/organisations/model/permissions'
import { editSite } from '~/features/sites/commands/edit-site.server'
import { openSite } from '~/features/sites/commands/open-site.server'
import { findSite, findSitePrivate, listSitesOf } from '~/features/sites/queries.server'
import { newSiteSchema } from '~/features/sites/schema'
import { action as editAction, loader as editLoader } from '~/routes/site-edit/route'
import { action as newAction, loader as newLoader } from '~/routes/site-new/route'
import { loader as siteLoader } from '~/routes/site/route'
import { loader as inventoryCsvLoader } from '~/routes/inventory-csv/route'
import { loader as csvLoader } from '~/routes/sites-csv/route'
import { loader as sitesLoader } from '~/routes/sites/route'
import { createActor } from '~tests/support/actors'
import { makeActor, makeLot, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const SAINT_DENIS = { lat: 48.9362, lon: 2.3574 }
const SECRETS = ['9 quai du Secret', 'Badge 77Z', 'Omar Contact', '+33 6 11 22 33 44', '48.93111', '48,93111']

let open: TestDatabase
let giver: Actor
let other: Actor
let agent: Actor
let admin: Actor

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  agent = await createActor('agent')
  admin = await createActor('admin')
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  giver = await makeActor('giver')
  other = await makeActor('giver')
})

const answers = (more: Partial<Parameters<typeof openSite>[0]> = {}) => ({
  id: newId(),
  name: 'Halle B',
  kind: 'strip-out' as const,
  communeCode: '93066',
  address: '9 quai du Secret',
  lat: 48.93111,
  lon: 2.3574,
  access: 'Badge 77Z',
  contactName: 'Omar Contact',
  contactPhone: '+33 6 11 22 33 44',
  startsOn: '2026-09-01',
  endsOn: '2026-12-31',
  ...more,
})

async function opened(): Promise<string> {
  const site = await openSite({ actor: giver, ...answers() })
  if (!site.ok) throw new Error(site.error.code)
  return site.value.id
}

describe('opening a site', () => {
  it('keeps position, access and contact, once per id', async () => {
    const site = answers()
    expect(await openSite({ actor: giver, ...site })).toMatchObject({ ok: true })
    expect(await openSite({ actor: giver, ...site })).toMatchObject({ ok: true })
    expect(await openSite({ actor: other, ...site })).toMatchObject({ error: { code: 'conflict' } })
    expect(await listSitesOf(giver.organisationId)).toHaveLength(1)
    expect(await findSitePrivate(site.id, giver.organisationId)).toMatchObject({
      lat: 48.93111,
      access: 'Badge 77Z',
      contactName: 'Omar Contact',
    })
  })

  it('questions a position far from its commune, and refuses one outside', async () => {
    const orly = { lat: 48.7432, lon: 2.4042 }
    const far = await openSite({ actor: giver, ...answers(orly) })
    expect(far).toMatchObject({ error: { code: 'far-position', field: 'lat' } })
    expect(await openSite({ actor: giver, ...answers({ ...orly, positionIsRight: 'on' }) })).toMatchObject({
      ok: true,
    })
    const lyon = answers({ lat: 45.76, lon: 4.83, positionIsRight: 'on' })
    expect(await openSite({ actor: giver, ...lyon })).toMatchObject({ error: { code: 'outside-area' } })
    const nowhere = await openSite({ actor: giver, ...answers({ communeCode: '69123' }) })
    expect(nowhere).toMatchObject({ error: { code: 'invalid', field: 'communeCode' } })
  })

  it('reads degrees as typed, asks for both, and for a telephone that can be called', () => {
    const typed = { ...answers(), lat: '48,9362', lon: '2.3574' }
    expect(newSiteSchema.parse(typed)).toMatchObject(SAINT_DENIS)
    const half = newSiteSchema.safeParse({ ...typed, lon: undefined })
    expect(half.error?.issues[0]).toMatchObject({ path: ['lon'], message: 'required' })
    const phone = newSiteSchema.safeParse({ ...typed, contactPhone: 'demain' })
    expect(phone.error?.issues[0]).toMatchObject({ path: ['contactPhone'], message: 'invalid_phone' })
    const dates = newSiteSchema.safeParse({ ...typed, endsOn: '2026-08-01' })
    expect(dates.error?.issues[0]).toMatchObject({ path: ['endsOn'], message: 'date_order' })
  })

  it('answers in place, with the answers kept', async () => {
    const form = { id: newId(), name: 'Halle', communeCode: '93066', lat: '48,9', lon: '' }
    const reply = await newAction(argsOf(await requestAs(giver, '/chantiers/nouveau', form)))
    const text = JSON.stringify(reply)
    expect(text).toContain('Renseignez ce champ')
    expect(text).toContain('Halle')
  })

  it('belongs to those who give or take', async () => {
    for (const actor of [agent, admin]) {
      const answer = await answerOf(newLoader(argsOf(await requestAs(actor, '/chantiers/nouveau'))))
      expect(answer).toMatchObject({ status: 403 })
    }
    const visitor = await answerOf(newLoader(argsOf(await requestAs(null, '/chantiers/nouveau'))))
    expect(visitor).toMatchObject({ status: 302 })
  })
})

describe('editing a site', () => {
  it('moves dates, and the commune until a lot is published', async () => {
    const siteId = await opened()
    const { id: _id, ...edited } = answers({
      endsOn: '2027-02-01',
      communeCode: '93048',
      lat: 48.86,
      lon: 2.44,
    })
    expect(await editSite({ actor: giver, siteId, ...edited })).toMatchObject({ ok: true })
    expect(await findSite(siteId)).toMatchObject({ endsOn: '2027-02-01', communeCode: '93048' })
    await makeLot(giver, siteId, 10)
    const back = await editSite({ actor: giver, siteId, ...edited, communeCode: '93066' })
    expect(back).toMatchObject({ error: { code: 'site-has-lots', field: 'communeCode' } })
    const dates = await editSite({ actor: giver, siteId, ...edited, endsOn: '2027-03-01' })
    expect(dates).toMatchObject({ ok: true })
  })

  it('may take the position and the telephone away', async () => {
    const siteId = await opened()
    const { id: _id, ...edited } = answers({ lat: undefined, lon: undefined, contactPhone: undefined })
    await editSite({ actor: giver, siteId, ...edited })
    expect(await findSitePrivate(siteId, giver.organisationId)).toMatchObject({
      lat: null,
      lon: null,
      contactPhone: '',
    })
  })

  it('is for its own organisation', async () => {
    const siteId = await opened()
    const { id: _id, ...edited } = answers()
    expect(await editSite({ actor: other, siteId, ...edited })).toMatchObject({
      error: { code: 'not-found' },
    })
    for (const [actor, status] of [
      [other, 404],
      [admin, 403],
      [agent, 403],
    ] as const) {
      const path = `/chantiers/${siteId}/modifier`
      const read = await answerOf(editLoader(argsOf(await requestAs(actor, path), { siteId })))
      expect(read).toMatchObject({ status })
      const post = await answerOf(editAction(argsOf(await requestAs(actor, path, { name: 'x' }), { siteId })))
      expect(post).toMatchObject({ status })
    }
  })
})

describe('address, position, access and contact of a site', () => {
  async function payloads(actor: Actor | null, siteId: string): Promise<string> {
    const ask = async (path: string) => argsOf(await requestAs(actor, path), { siteId })
    const given = [
      await answerOf(siteLoader(await ask(`/chantiers/${siteId}`))),
      await answerOf(sitesLoader(await ask('/chantiers'))),
      await answerOf(csvLoader(await ask('/chantiers.csv'))),
      await answerOf(inventoryCsvLoader(await ask(`/chantiers/${siteId}/inventaire.csv`))),
      await answerOf(editLoader(await ask(`/chantiers/${siteId}/modifier`))),
    ]
    const texts = given.map((one) =>
      one instanceof Response ? one.text() : Promise.resolve(JSON.stringify(one)),
    )
    return (await Promise.all(texts)).join('\n')
  }

  it('are in no answer to another organisation, an agent, the Métropole or a visitor', async () => {
    const siteId = await opened()
    for (const actor of [other, agent, admin, null]) {
      const text = await payloads(actor, siteId)
      for (const secret of SECRETS) expect(text).not.toContain(secret)
    }
    const own = await payloads(giver, siteId)
    for (const secret of SECRETS) expect(own).toContain(secret)
  })
})

describe('the list of sites', () => {
  it('keeps what its address asks for, in the page and the file', async () => {
    await opened()
    await openSite({ actor: giver, ...answers({ name: 'Tour', kind: 'demolition', startsOn: '2026-10-01' }) })
    const page = await sitesLoader(argsOf(await requestAs(giver, '/chantiers?etat=to-come')))
    expect(page.own.map(({ name }) => name)).toEqual(['Tour'])
    const file = await csvLoader(argsOf(await requestAs(giver, '/chantiers.csv?nature=strip-out')))
    const text = await file.text()
    expect(text).toContain('Halle B')
    expect(text).not.toContain('Tour')
    const bad = await sitesLoader(argsOf(await requestAs(giver, '/chantiers?etat=nimporte')))
    expect(bad.own).toHaveLength(2)
  })
})
