import { setImmediate as nextTurn } from 'node:timers/promises'
import { database, type AnyDatabase } from '~/platform/db.server'
import { makeKnown } from '~/platform/held-indexes.server'
import { logger } from '~/platform/logger.server'
import { databaseEpoch } from '~/platform/postgres/presence.server'
import { TermFinder } from './model/term-finder'
import { TextIndex } from './model/text-index'
import { weighText, type TextField } from './model/weigh-text'
import {
  findLastSearchChange,
  listSearchChangesSince,
  type SearchedEntity,
} from './queries/search-changes.server'

/** A record as a search reads it: its texts, and what its filters and its order look at. */
export type SearchedRecord<Facts> = { id: string; fields: readonly TextField[]; facts: Facts }

/** Which records to read: those after an id in the order of ids, a page of them, or those of these ids. */
export type RecordsAsked = { after: string } | { ids: readonly string[] }

/** Records in memory with the index of their words. */
export type HeldTexts<Facts> = {
  database: AnyDatabase
  index: TextIndex
  finder: TermFinder
  /** By slot of the index. */
  facts: Facts[]
  /** The last change that it has followed. */
  seq: number
  /** The epoch of the database in which that number counts. */
  epoch: number
}

/** Brings an index up to date, building it first where there is none, and gives it. */
export type FollowedTexts<Facts> = {
  (): Promise<HeldTexts<Facts>>
  /**
   * The index as it is, for what may be a moment late; null before it is built. It waits for nothing: what is missing is
   * begun, and is there for who asks later.
   */
  atHand: () => HeldTexts<Facts> | null
  /** Whether it is there for this database, and not being built anew: who asks for it waits for no build. */
  isReady: () => boolean
}

/** Records read again one by one; after a longer absence the index is built anew. */
const MOST_FOLLOWED = 2000
/** Ids that one statement names. */
const IDS_AT_ONCE = 500
/** How long a build works before others get their turn, ms. */
const TURN_MS = 12

/**
 * An index in memory of the texts of one entity: built from its tables at the first search, it follows the changes that
 * any process commits, and is built anew for another database, after a long absence, or once another server took over. The tables are the only truth:
 * nothing is kept from one start to the next that could be stale.
 */
export function followTexts<Facts>(
  entity: SearchedEntity,
  load: (asked: RecordsAsked) => Promise<SearchedRecord<Facts>[]>,
): FollowedTexts<Facts> {
  let held: Promise<HeldTexts<Facts>> | null = null
  let built: HeldTexts<Facts> | null = null
  let builds = 0

  const state = () => built && { entries: built.index.size, seq: built.seq }
  makeKnown({ name: `text-${entity}`, follows: 'search_changes', state })

  async function buildAnew(): Promise<HeldTexts<Facts>> {
    builds += 1
    return build(load).finally(() => (builds -= 1))
  }

  async function follow(known: HeldTexts<Facts>): Promise<HeldTexts<Facts> | null> {
    const seq = await findLastSearchChange()
    // Asked once the number is there: whoever answered it is of this epoch.
    if (known.epoch !== databaseEpoch() || seq < known.seq) return null
    if (seq === known.seq) return known
    const ids = await listSearchChangesSince(entity, known.seq)
    if (ids.length > MOST_FOLLOWED || known.index.isStale()) return null
    for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
      const some = ids.slice(start, start + IDS_AT_ONCE)
      const records = await load({ ids: some })
      for (const id of some) known.index.remove(id)
      await hold(known, records)
    }
    known.seq = seq
    return known
  }

  // One caller at a time brings the index up to date; the others wait for the same.
  const current = () => {
    const before = held
    const next = (async () => {
      const known = await before?.catch(() => null)
      built = (known?.database === database() && (await follow(known))) || (await buildAnew())
      return built
    })()
    held = next
    return next
  }
  const atHand = () => {
    current().catch((error: unknown) => logger().error({ err: error, entity }, 'texts could not be read'))
    return built?.database === database() ? built : null
  }
  const isReady = () => builds === 0 && built?.database === database() && built.epoch === databaseEpoch()
  return Object.assign(current, { atHand, isReady })
}

async function build<Facts>(
  load: (asked: RecordsAsked) => Promise<SearchedRecord<Facts>[]>,
): Promise<HeldTexts<Facts>> {
  const index = new TextIndex()
  const made: HeldTexts<Facts> = {
    database: database(),
    index,
    finder: new TermFinder(index),
    facts: [],
    // Read before all else: what is of another epoch at its end is built anew.
    epoch: databaseEpoch(),
    // Read before the records: what changes meanwhile is read again, never missed.
    seq: await findLastSearchChange(),
  }
  for (let after = ''; ;) {
    const page = await load({ after })
    await hold(made, page)
    const last = page.at(-1)
    if (!last) return made
    after = last.id
  }
}

async function hold<Facts>(held: HeldTexts<Facts>, records: readonly SearchedRecord<Facts>[]): Promise<void> {
  let until = performance.now() + TURN_MS
  for (const { id, fields, facts } of records) {
    held.facts[held.index.set(id, weighText(fields))] = facts
    if (performance.now() < until) continue
    await nextTurn()
    until = performance.now() + TURN_MS
  }
}
