import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { linkToken } from '~/features/alerts/alert-links.server'
import { shareCalendar } from '~/features/alerts/commands/share-calendar.server'
import { listDeadlines } from '~/features/alerts/list-deadlines.server'
import { findCalendarOf } from '~/features/alerts/queries/calendar-links.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { agreePickup } from '~/features/reservations/commands/agree-pickup.server'
import { proposePickup } from '~/features/reservations/commands/propose-pickup.server'
import { env, setEnv } from '~/platform/env.server'
import { loader } from '~/routes/calendar-feed/route'
import { action, loader as seePage } from '~/routes/deadlines/route'
import { accepts, granted, requests } from '~tests/support/answers'
import { createActor } from '~tests/support/actors'
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
let lotId = ''

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T10:00:00Z`) })
  open = await openTestDatabase()
  setEnv({ ...env(), publicUrl: 'https://gisement.test' })
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  const siteId = await makeSite(giver)
  open.writer
    .prepare(
      "update sites set address = '4 rue du Secret', contact_name = 'Nom Secret', contact_phone = '0102030405'",
    )
    .run()
  lotId = await makeLot(giver, siteId, 50)
})
afterAll(() => {
  setClock()
  open.remove()
})

const kindsOf = async (actor: Actor) => (await listDeadlines(actor.organisationId)).map(({ kind }) => kind)

async function calendarOf(actor: Actor): Promise<Response> {
  const id = await findCalendarOf(actor.userId, actor.organisationId)
  const token = linkToken('calendar', id ?? newId())
  return (await answerOf(
    loader(argsOf(await requestAs(null, `/agenda/${token}.ics`), { token })),
  )) as Response
}

it('lists what each side has to do or may still do, by day', async () => {
  await makeNeed(taker, 10)
  const reservationId = await requests(taker, lotId, 3)
  expect(await kindsOf(giver)).toEqual(['answer', 'lot'])
  expect(await kindsOf(taker)).toEqual(['need'])
  await accepts(giver, reservationId)
  expect(await kindsOf(giver)).toContain('collect')
  expect(await kindsOf(taker)).toContain('collect')
  const slot = { on: addDays(TODAY, 4), part: 'morning' } as const
  granted(await proposePickup({ actor: taker, reservationId, slot }))
  granted(await agreePickup({ actor: giver, reservationId, slot }))
  for (const actor of [giver, taker]) {
    const [first] = await listDeadlines(actor.organisationId)
    expect(first).toMatchObject({ kind: 'pickup', on: slot.on, part: 'morning', id: reservationId })
  }
  expect((await listDeadlines(taker.organisationId))[0]!.who).toBe(giver.organisationName)
})

it('ASVS 8.2.3: gives a private calendar of them, without the address of the site or its contact', async () => {
  granted(await shareCalendar(taker, 'make'))
  const answer = await calendarOf(taker)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
  const body = await answer.text()
  expect(body).toContain(`DTSTART;TZID=Europe/Paris:${addDays(TODAY, 4).replaceAll('-', '')}T080000`)
  expect(body).toContain('BEGIN:VTIMEZONE')
  expect(body).not.toMatch(/Secret|0102030405/)
})

it('keeps one link; a new one ends the former, and ending it ends it', async () => {
  const id = await findCalendarOf(taker.userId, taker.organisationId)
  await Promise.all([shareCalendar(taker, 'make'), shareCalendar(taker, 'make')])
  expect(await findCalendarOf(taker.userId, taker.organisationId)).toBe(id)
  granted(await shareCalendar(taker, 'renew'))
  const token = linkToken('calendar', id!)
  const former = await answerOf(loader(argsOf(await requestAs(null, `/agenda/${token}.ics`), { token })))
  expect((former as Response).status).toBe(404)
  expect((await calendarOf(taker)).status).toBe(200)
  granted(await shareCalendar(taker, 'end'))
  granted(await shareCalendar(taker, 'end'))
  expect((await calendarOf(taker)).status).toBe(404)
})

it('opens nothing to who has left the organisation or was suspended', async () => {
  const leaver = await makeActor('taker')
  granted(await shareCalendar(leaver, 'make'))
  expect((await calendarOf(leaver)).status).toBe(200)
  open.writer.prepare('update users set suspended_at_ms = 1 where id = ?').run(leaver.userId)
  expect((await calendarOf(leaver)).status).toBe(404)
  open.writer.prepare('update users set suspended_at_ms = null where id = ?').run(leaver.userId)
  open.writer.prepare('delete from memberships where user_id = ?').run(leaver.userId)
  expect((await calendarOf(leaver)).status).toBe(404)
})

it('is made and shown on its page, for those who give or take', async () => {
  const post = async (actor: Actor, intent: string) =>
    answerOf(action(argsOf(await requestAs(actor, '/echeances', { intent }))))
  expect(((await post(giver, 'make')) as Response).headers.get('Location')).toBe('/echeances?fait=make')
  const page = await seePage(argsOf(await requestAs(giver, '/echeances')))
  expect(page.calendarUrl).toMatch(/^https:\/\/gisement\.test\/agenda\/[\w.-]+\.ics$/)
  expect(((await post(await createActor('agent'), 'make')) as Response).status).toBe(403)
})
