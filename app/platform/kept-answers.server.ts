import { RecentMap } from '~/core/recent-map'
import { database, type AnyDatabase } from './db.server'
import { databaseEpoch } from './postgres/presence.server'

/** Tables whose every change a trigger counts, by whatever way it is made: see the migration of `table_versions`. */
export type CountedTable = 'ledger_rows' | 'communes' | 'sites' | 'inventories' | 'inventory_lines'

/** Answers kept for a read at most; the one asked for longest ago goes first. */
const MOST_KEPT = 200

type Kept<Answer> = { epoch: number; version: string; answer: Promise<Answer> }

/**
 * Makes a read answer again what it answered before, for as long as no row of the tables it reads was written, by this
 * process or another, and no other server took over. For sums over a whole territory, which many ask for and few handovers change. Arguments must be
 * plain data; the answer is shared by everyone who asks and must not be changed.
 */
export function keptWhile<Args extends readonly unknown[], Answer>(
  tables: readonly CountedTable[],
  read: (...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  const ofDatabase = new WeakMap<AnyDatabase, RecentMap<string, Kept<Answer>>>()
  return async (...args) => {
    const kept = answersOf(ofDatabase, database())
    const key = JSON.stringify(args)
    const epoch = databaseEpoch()
    const version = await versionOf(tables)
    const known = kept.get(key)
    // Compared once the version is there: whoever answered it is of this epoch.
    if (known?.version === version && known.epoch === databaseEpoch()) return known.answer
    const answer = read(...args)
    kept.set(key, { epoch, version, answer })
    // A read that failed is tried again.
    answer.catch(() => kept.delete(key))
    return answer
  }
}

/** Makes a read answer again what it answered before: of what is written once and never changed, told by its arguments. */
export function keptForGood<Args extends readonly unknown[], Answer>(
  read: (...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  return keptWhile([], read)
}

function answersOf<Answer>(
  ofDatabase: WeakMap<AnyDatabase, RecentMap<string, Kept<Answer>>>,
  open: AnyDatabase,
): RecentMap<string, Kept<Answer>> {
  const known = ofDatabase.get(open) ?? new RecentMap<string, Kept<Answer>>(MOST_KEPT)
  ofDatabase.set(open, known)
  return known
}

/** Read before the tables themselves: what is written meanwhile makes the answer be read again, not kept too long. */
async function versionOf(tables: readonly CountedTable[]): Promise<string> {
  if (tables.length === 0) return ''
  const versions = await database().tableVersions()
  return tables.map((table) => versions.get(table) ?? missing(table)).join(' ')
}

function missing(table: string): never {
  throw new Error(`No trigger counts the changes of ${table}`)
}
