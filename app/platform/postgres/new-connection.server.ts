import type pg from 'pg'
import { DatabaseLostError } from '../database-lost'
import { noteTimeline } from './presence.server'

/** How long a new connection may take to say where it leads. */
const ANSWER_MS = 8000

/**
 * Has the server notice within half a minute that this side is gone without a word: its locks and places are given back
 * then, and not after hours, as systems have it by themselves.
 */
const NOTICES = {
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '2',
  tcp_user_timeout: '15000',
}

/**
 * Sets a new connection up, by statements: poolers pass nothing else on.
 * @throws DatabaseLostError where it leads to a server that follows another one and takes no writes
 */
export async function prepareConnection(
  client: Pick<pg.ClientBase, 'query'>,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  const sets = Object.entries({ ...NOTICES, ...settings }).map(([name, value]) => `set ${name} = ${value};`)
  const asked = { text: `${sets.join(' ')} select pg_is_in_recovery() as follows`, query_timeout: ANSWER_MS }
  const answers = (await client.query(asked)) as unknown as { rows: { follows: unknown }[] }[]
  if (isTrue(answers.at(-1)?.rows[0]?.follows))
    throw new DatabaseLostError('this server follows another one', { cause: null })
  noteTimeline(await timelineOf(client))
}

/** Truth as the driver gives it, and as connections read it that give numbers. */
const isTrue = (value: unknown) => value === true || value === 1

/** The history that the server writes: another one each time a standby takes over. Null where it does not tell. */
async function timelineOf(client: Pick<pg.ClientBase, 'query'>): Promise<string | null> {
  const text = `select substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) as timeline`
  const asked = { text, query_timeout: ANSWER_MS }
  const told = await client.query<{ timeline: string }>(asked).catch(() => null)
  return told?.rows[0]?.timeline ?? null
}
