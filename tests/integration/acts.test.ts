import { afterAll, beforeAll, expect, it } from 'vitest'
import { argsOf, requestAs } from '~tests/support/requests'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import type { Actor } from '~/features/organisations/model/permissions'
import { listActs } from '~/root/list-acts.server'
import { loader as csv } from '~/routes/dashboard-csv/route'
import { createActor } from '~tests/support/actors'
import { accepts, requests } from '~tests/support/answers'
import {
  makeActor,
  makeLot,
  makeNeed,
  makeSite,
  openTestDatabase,
  TODAY,
  type TestDatabase,
} from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let taker: Actor

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker')
})
afterAll(() => {
  setClock()
  open.remove()
})

const set = (sql: string, ...values: unknown[]) => open.writer.prepare(sql).run(...values)
const kindsOf = async (actor: Actor) => (await listActs(actor)).map(({ kind }) => kind)

it('tells each side what waits for it, the nearest day first, and nobody else', async () => {
  const siteId = await makeSite(giver)
  const lotId = await makeLot(giver, siteId, 50)
  await requests(taker, lotId, 2)
  await accepts(giver, await requests(taker, lotId, 3))
  const alone = await makeLot(giver, siteId, 10)
  set('UPDATE lots SET available_until = ? WHERE id = ?', addDays(TODAY, 3), alone)
  const needId = await makeNeed(taker, 5)
  set('UPDATE needs SET needed_until = ? WHERE id = ?', addDays(TODAY, 2), needId)
  expect(await kindsOf(giver)).toEqual(['lot', 'answer', 'proposeSlot'])
  expect(await kindsOf(taker)).toEqual(['need', 'proposeSlot'])
  expect(await kindsOf(await makeActor('giver'))).toEqual([])
})

it('tells the agent of the commune of works that end without a handover and of sites without inventory', async () => {
  const agent = await createActor('agent', { communeCode: '93066' })
  await makeSite(giver, { endsOn: addDays(TODAY, 10), inventoryG: null })
  const acts = await listActs(agent)
  expect(acts.map(({ kind, facts }) => [kind, facts.count])).toEqual([
    ['endingSites', 1],
    ['bareSites', 1],
  ])
  expect(await kindsOf(await createActor('agent', { communeCode: '93048' }))).toEqual([])
})

it('gives the same list as a file, to who is signed in only', async () => {
  const file = await (await csv(argsOf(await requestAs(giver, '/tableau-de-bord.csv')))).text()
  expect(file).toContain('Menuiserie Modèle demande 2')
  expect(file.trim().split('\r\n')).toHaveLength(4)
  const refused = csv(argsOf(await requestAs(null, '/tableau-de-bord.csv')))
  await expect(refused).rejects.toMatchObject({ status: 302 })
})
