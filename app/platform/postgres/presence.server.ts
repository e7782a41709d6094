import { DatabaseLostError } from '../database-lost'
import { logger } from '../logger.server'

/** Since when the database is out of reach, by the clock of this process in ms; null while it answers. */
let lostAt: number | null = null

/** Tells once of a database that is lost, whoever meets it next; gives the fault back. */
export function noteFault<Fault>(fault: Fault): Fault {
  if (fault instanceof DatabaseLostError && lostAt === null) {
    lostAt = performance.now()
    // Its own words alone: errors of connections hold the connection, with what opens it.
    logger().error(
      { reason: fault.message },
      'a connection to the database was lost; until it answers, requests get 503',
    )
  }
  return fault
}

let timeline: string | null = null
let epoch = 0

/** Takes note of the history that the server of a new connection writes; null where it does not tell. */
export function noteTimeline(now: string | null): void {
  if (now === null || now === timeline) return
  if (timeline !== null) epoch += 1
  timeline = now
}

/**
 * Counts how often another server took over, which may lack the last changes and use their numbers again: what is kept in
 * memory of an earlier epoch is read anew. 0 on SQLite.
 */
export function databaseEpoch(): number {
  return epoch
}

/** Tells that the database is back, where it was lost. */
export function noteAnswer(): void {
  if (lostAt === null) return
  const afterMs = Math.round(performance.now() - lostAt)
  lostAt = null
  logger().info({ afterMs }, 'the database answers again')
}
