import { withClient } from './on-postgres'

/** Settings of a server that counts what each statement costs it, which costs a little itself. */
export const COUNTING = [
  'shared_preload_libraries=pg_stat_statements',
  'pg_stat_statements.track_planning=on',
  'pg_stat_statements.max=10000',
]

/** Of one statement, all its values alike: how often it was asked, and milliseconds that it took in all. */
export type Statement = { calls: number; planMs: number; runMs: number; text: string }

/** Has the server forget what it counted. */
export function forgetStatements(url: string): Promise<void> {
  return withClient(url, async (client) => {
    await client.query('create extension if not exists pg_stat_statements')
    await client.query('select pg_stat_statements_reset()')
  })
}

/** The statements that took the server of an address longest, in all of their calls. */
export function longestStatements(url: string, most: number): Promise<Statement[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<Statement>(
      `select calls::int, round(total_plan_time)::int as "planMs", round(total_exec_time)::int as "runMs",
         left(regexp_replace(query, '\\s+', ' ', 'g'), 300) as text
       from pg_stat_statements order by total_plan_time + total_exec_time desc limit $1`,
      [most],
    )
    return rows
  })
}

/** How many connections were made to the database of an address. */
export function countConnections(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ sessions: number }>(
      'select sessions::int from pg_stat_database where datname = current_database()',
    )
    return rows[0]!.sessions
  })
}
