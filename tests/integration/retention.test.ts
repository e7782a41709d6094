import { argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { applyRetention, countRetention } from '~/features/privacy/commands/apply-retention.server'
import { RETENTION, RETENTION_KEYS } from '~/features/privacy/model/retention'
import { writeMessage } from '~/features/reservations/commands/write-message.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { loader as csv } from '~/routes/admin-retention-csv/route'
import { createActor } from '~tests/support/actors'
import { granted, opensSite, publishes, requests } from '~tests/support/answers'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const DAY_MS = 86_400_000
const START_MS = Date.parse(`${TODAY}T12:00:00Z`)
let open: TestDatabase
let now = START_MS
let giver: Actor
let taker: Actor
let reservationId: string

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  giver = await createActor('giver')
  taker = await createActor('taker')
  reservationId = await requests(taker, await publishes(giver, await opensSite(giver)), 2)
  granted(await writeMessage({ actor: taker, reservationId, id: newId(), text: 'Bonjour', photoIds: [] }))
  plant()
})
afterAll(() => {
  open.remove()
  setClock()
})

/** A row at the start for each rule that the deal has none for. */
function plant(): void {
  const { writer } = open
  const [id, at] = [newId(), START_MS]
  writer.pragma('foreign_keys = OFF')
  writer.exec(`
    insert into sessions (id_hash, user_id, created_at_ms, last_seen_at_ms, expires_at_ms)
      values ('h', '${giver.userId}', ${at}, ${at}, ${at});
    insert into account_tokens (id_hash, kind, email, created_at_ms, expires_at_ms)
      values ('h', 'invitation', 'a@personnes.example', ${at}, ${at});
    insert into used_act_links (link_hash, reservation_id, user_id, act, used_at_ms)
      values ('h', '${reservationId}', '${giver.userId}', 'accept', ${at});
    insert into contact_messages (id, name, email, topic, text, created_at_ms, handled_at_ms)
      values ('${id}', 'N', 'a@personnes.example', 'data', 'T', ${at}, ${at});
    insert into notifications (id, user_id, kind, params, path, dedupe_key, created_at_ms)
      values ('${id}', '${giver.userId}', 'k', '{}', '/', 'd', ${at});
    update outbox set dispatched_at_ms = ${at} where topic = 'reservation.message';
    insert into jobs (id, kind, payload, dedupe_key, status, run_at_ms, created_at_ms, done_at_ms)
      values ('${id}', 'k', '{"a":1}', 'd', 'done', ${at}, ${at}, ${at});
    insert into lot_drafts (id, organisation_id, author_user_id, answers, created_at_ms, updated_at_ms)
      values ('${id}', '${giver.organisationId}', '${giver.userId}', '{}', ${at}, ${at});
    insert into lot_shares (id, lot_id, organisation_id, token_hash, created_by_user_id, created_at_ms, expires_at_ms)
      values ('${id}', 'l', '${giver.organisationId}', 't', '${giver.userId}', ${at}, ${at});
    insert into webhook_deliveries (id, webhook_id, message_id, event, body, status, created_at_ms)
      values ('${id}', 'w', 'm', 'lot.published', '{}', 'waiting', ${at});
    insert into programme_workshops (id, title, audience, on_day, from_hour, until_hour, place, programme, places, taken, created_at_ms, updated_at_ms)
      values ('${id}', 'T', 'public', '${TODAY}', '09:00', '10:00', 'P', '', 10, 1, ${at}, ${at});
    insert into programme_seats (id, workshop_id, organisation_id, commune_code, name, email, role, created_by_user_id, created_at_ms)
      values ('${id}', '${id}', '${giver.organisationId}', '93048', 'Nom', 'a@personnes.example', 'r', '${giver.userId}', ${at});
  `)
  writer.pragma('foreign_keys = ON')
}

it('ASVS 14.2.7: counts nothing before the term of a rule, and what is due after it, without changing a row', async () => {
  for (const key of RETENTION_KEYS) {
    now = START_MS + RETENTION[key].days * DAY_MS - DAY_MS
    if (RETENTION[key].days > 0) expect((await countRetention())[key], `${key} before`).toBe(0)
    if (key === 'messages') open.writer.exec(`update reservations set status = 'cancelled'`)
    now += 3 * DAY_MS
    expect((await countRetention())[key], `${key} after`).toBeGreaterThan(0)
    expect((await countRetention())[key], `${key} again`).toBeGreaterThan(0)
  }
})

it('keeps the words of a deal that is still under way', async () => {
  now = START_MS + 4 * 365 * DAY_MS
  open.writer.exec(`update reservations set status = 'accepted'`)
  expect((await countRetention()).messages).toBe(0)
  open.writer.exec(`update reservations set status = 'collected'`)
  expect((await countRetention()).messages).toBe(1)
})

it('is told to the Métropole’s team as a table', async () => {
  const admin = await createActor('admin')
  const text = await (await csv(argsOf(await requestAs(admin, '/administration/durees.csv')))).text()
  expect(text.trim().split('\r\n')).toHaveLength(RETENTION_KEYS.length + 1)
  expect(text).toContain('contact_messages;365;ligne supprimée;1')
})

it('ASVS 14.2.4, 14.2.7: removes all of it, once', async () => {
  now = START_MS + 6 * 365 * DAY_MS
  const due = await countRetention()
  const done = await applyRetention()
  expect(done).toEqual(due)
  expect(RETENTION_KEYS.filter((key) => done[key] === 0)).toEqual([])
  expect(Object.values(await countRetention()).every((count) => count === 0)).toBe(true)
  const text = open.writer.prepare('select text from reservation_messages').pluck().get()
  const seat = open.writer.prepare('select name, email from programme_seats').get()
  expect([text, seat]).toEqual(['', { name: '', email: '' }])
  expect(open.writer.prepare('select count(*) from contact_messages').pluck().get()).toBe(0)
})
