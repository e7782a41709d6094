import { argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { loader as communeLoader } from '~/routes/commune/route'
import { loader as communeCsvLoader } from '~/routes/commune-csv/route'
import { loader as handoversLoader } from '~/routes/commune-handovers/route'
import { loader as handoversCsvLoader } from '~/routes/commune-handovers-csv/route'
import { createActor } from '~tests/support/actors'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const NAME = 'Immeuble de bureaux'
let open: TestDatabase
let giver: Actor
let taker: Actor

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker', '93048')
  const lotId = await makeLot(giver, await makeSite(giver), 100)
  const id = newId()
  await requestReservation({ actor: taker, lotId, id, quantity: 40_000, message: '' })
  const accept = { action: 'accept', criterion: 'first', reason: '' } as const
  await decideReservation({ actor: giver, reservationId: id, ...accept })
  await confirmHandover({ actor: giver, reservationId: id, massG: 80_000, signedName: 'Nadia' })
  const done = await confirmHandover({ actor: taker, reservationId: id, massG: 80_000, signedName: 'Luc' })
  await recordHandover(done.ok ? done.value.handoverId! : '')
})
afterAll(() => {
  open.remove()
  setClock()
})

/** The page, the drill-down and both files of a commune, as one text. */
/** Whether the commune's page leads this reader to its agents. */
async function leadsToAgents(actor: Actor | null): Promise<boolean> {
  const page = await communeLoader(argsOf(await requestAs(actor, '/communes/93066'), { code: '93066' }))
  return 'managesAgents' in page && page.managesAgents
}

async function figures(actor: Actor | null): Promise<string> {
  const ask = async (path: string) =>
    argsOf(await requestAs(actor, `${path}?annee=${TODAY.slice(0, 4)}`), { code: '93066' })
  const page = await communeLoader(await ask('/communes/93066'))
  const list = await handoversLoader(await ask('/communes/93066/remises'))
  const csv = await communeCsvLoader(await ask('/communes/93066.csv'))
  const listCsv = await handoversCsvLoader(await ask('/communes/93066/remises.csv'))
  return [JSON.stringify(page), JSON.stringify(list), await csv.text(), await listCsv.text()].join('\n')
}

it('names a site to the parties, the agent of its commune and the Métropole, and to nobody else', async () => {
  const agent = await createActor('agent', { communeCode: '93066' })
  for (const actor of [giver, taker, agent, await createActor('admin')]) {
    expect((await figures(actor)).split(NAME).length).toBeGreaterThanOrEqual(5)
  }
  const neighbour = await createActor('agent', { communeCode: '93048' })
  for (const actor of [null, neighbour, await makeActor('giver'), await makeActor('taker')]) {
    expect(await figures(actor)).not.toContain(NAME)
  }
})

it('leads the Métropole alone from a commune to its agents', async () => {
  const agent = await createActor('agent', { communeCode: '93066' })
  expect(await leadsToAgents(await createActor('admin'))).toBe(true)
  for (const actor of [null, agent, giver]) expect(await leadsToAgents(actor)).toBe(false)
})
