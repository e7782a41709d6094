import { createHash } from 'node:crypto'
import type { Database } from '~/platform/db.server'

/** What the transactions of commands become inside a trial. */
const NESTED: Record<string, string> = {
  'BEGIN IMMEDIATE': 'SAVEPOINT act',
  COMMIT: 'RELEASE act',
  ROLLBACK: 'ROLLBACK TO act; RELEASE act',
}

/**
 * Runs acts whose every write is taken back afterwards, so that each starts from the same rows. Reads that an act makes
 * after its own transaction see what was there before it.
 */
export async function inTrial<T>({ writer }: Database, work: () => Promise<T>): Promise<T> {
  const exec = writer.exec.bind(writer)
  exec('BEGIN IMMEDIATE')
  writer.exec = (source) => exec(NESTED[source] ?? source)
  try {
    return await work()
  } finally {
    writer.exec = exec
    exec('ROLLBACK')
  }
}

export type Fingerprint = Readonly<Record<string, string>>

/** How many rows each table has, and a hash of them, as the writer sees them. */
export function fingerprint({ writer }: Database): Fingerprint {
  const names = writer
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    names.map((name) => {
      const hash = createHash('sha256')
      let count = 0
      for (const row of writer.prepare(`select * from "${name}"`).raw().iterate()) {
        count += 1
        hash.update(JSON.stringify(row))
      }
      return [name, `${count} ${hash.digest('hex').slice(0, 16)}`]
    }),
  )
}

/** The tables whose rows differ. */
export function tablesThatDiffer(before: Fingerprint, after: Fingerprint): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  )
}

/** How many rows this process has written so far; stands still while nothing is written, even in vain. */
export function rowsWritten({ writer }: Database): number {
  return writer.prepare('select total_changes()').pluck().get() as number
}
