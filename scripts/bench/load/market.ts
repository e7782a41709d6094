import path from 'node:path'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { startSession } from '~/features/identity/commands/start-session.server'
import { setSessionCookie } from '~/http/session-cookie.server'
import { migrateDatabase, openDatabase } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'

/** Someone signed in: `threads` are the reservations of their organisation, where messages may be written. */
export type Account = {
  userId: string
  organisationId: string
  siteId: string | null
  cookie: string
  threads: string[]
}

export type OpenLot = { id: string; organisationId: string; freeMilli: number }

/** What the load asks about, as the database has it before the server starts. */
export type Market = {
  lots: OpenLot[]
  titles: string[]
  materials: string[]
  photoFiles: string[]
  communes: { code: string; lat: number; lon: number }[]
  givers: Account[]
  takers: Account[]
}

const MANY = 2000

/**
 * Reads a generated market and opens a session for each of `people` givers and takers, by the product's own way and
 * without their passwords. The database is closed again afterwards.
 * @throws Error when the market lacks something that the load asks for
 */
export async function openMarket(env: NodeJS.ProcessEnv, people: number): Promise<Market> {
  const settings = readEnv(env)
  setEnv(settings)
  const database = openDatabase(path.join(settings.dataDir, 'gisement.sqlite'))
  try {
    migrateDatabase(database)
    const today = isoDayOf(nowMs())
    const all = <Row>(sql: string, ...values: unknown[]) =>
      database.writer.prepare(sql).all(...values) as Row[]
    const lots = all<OpenLot & { title: string; material: string }>(OPEN_LOTS, today, today, MANY)
    const photos = all<{ key: string }>(PHOTOS, today, today, MANY)
    const market: Market = {
      lots,
      titles: lots.map(({ title }) => title),
      materials: [...new Set(lots.map(({ material }) => material))],
      photoFiles: photos.map(({ key }) => `${key}-320.webp`),
      communes: all('select code, lat, lon from communes where lat is not null'),
      givers: [],
      takers: [],
    }
    for (const side of ['giver', 'taker'] as const) {
      const found = all<Omit<Account, 'cookie' | 'threads'>>(accountsOf(side), people)
      for (const row of found) {
        const threads = all<{ id: string }>(THREADS, row.organisationId, row.organisationId)
        const account = { ...row, cookie: await signIn(row.userId), threads: threads.map(({ id }) => id) }
        market[`${side}s`].push(account)
      }
    }
    for (const [name, rows] of Object.entries(market)) {
      if (rows.length === 0) throw new Error(`The generated market has no ${name} to ask for`)
    }
    return market
  } finally {
    database.close()
  }
}

const IS_OPEN = `l.status = 'published' and l.public_from <= ? and l.available_until > date(?, '+3 days')`

const OPEN_LOTS = `
  select l.id, l.organisation_id organisationId, l.title, l.material,
    case when l.is_whole = 0 and coalesce(l.min_take_milli, 0) <= 1000 then l.available_milli else 0 end freeMilli
  from lots l join organisations o on o.id = l.organisation_id
  where ${IS_OPEN} and o.suspended_at_ms is null
  order by l.published_at_ms desc limit ?`

const PHOTOS = `
  select p.storage_key key from photos p join lots l on l.id = p.lot_id
  where ${IS_OPEN} group by p.storage_key order by max(l.published_at_ms) desc limit ?`

const THREADS = `
  select id from reservations where giver_organisation_id = ? or taker_organisation_id = ?
  order by created_at_ms desc limit 200`

/** People of organisations that have a reservation; givers have a site too. No agent: those owe a second factor. */
function accountsOf(side: 'giver' | 'taker'): string {
  return `
    select u.id userId, o.id organisationId,
      (select s.id from sites s where s.organisation_id = o.id order by s.ends_on desc limit 1) siteId
    from users u join memberships m on m.user_id = u.id join organisations o on o.id = m.organisation_id
    where u.suspended_at_ms is null and u.email_verified_at_ms is not null
      and o.suspended_at_ms is null and o.kind not in ('commune', 'metropole') and o.is_${side} = 1
      and exists (select 1 from reservations r where r.${side}_organisation_id = o.id)
      ${side === 'giver' ? 'and exists (select 1 from sites s where s.organisation_id = o.id)' : ''}
    group by u.id having count(*) = 1 order by u.id limit ?`
}

async function signIn(userId: string): Promise<string> {
  const session = { userId, device: 'bench', method: 'password' } as const
  const secret = await withTx((tx) => startSession(tx, session, nowMs()))
  return (await setSessionCookie(secret)).split(';')[0]!
}
