import { setImmediate as nextTurn } from 'node:timers/promises'
import { nowMs } from '~/core/clock'
import { isoDayOf, type IsoDay } from '~/core/days'
import type { GeoPoint } from '~/core/geo-point'
import { listCommunes } from '~/features/communes/queries.server'
import { isVisibleTo, VISITOR, type LotViewer, type StagedLot } from '~/features/lots/model/visibility'
import { database, type AnyDatabase } from '~/platform/db.server'
import { makeKnown } from '~/platform/held-indexes.server'
import { databaseEpoch } from '~/platform/postgres/presence.server'
import { LotIndex } from './model/index/lot-index'
import { NeedIndex } from './model/index/need-index'
import { matchLotOf, matchNeedOf } from './model/match-sides'
import type { MatchLot, MatchNeed } from './model/score'
import {
  findLastChange,
  listChangedSince,
  listDismissals,
  listLotSides,
  listNeedSides,
  listParties,
  type LotSideRow,
  type NeedSideRow,
  type Party,
  type Rows,
} from './queries/match-sides.server'

/** A need as the index holds it. */
export type HeldNeed = MatchNeed & { organisationId: string }

/** A lot as the index holds it, at any stage of visibility: the stage is that of the day on which it is asked. */
export type HeldLot = MatchLot & Omit<StagedLot, 'organisationClosedAtMs'>

/** Changes followed one by one; after a longer absence the index is built anew. */
const MOST_FOLLOWED = 1000

/** The open needs and lots in memory, with what says who may be matched with whom. */
export class MatchIndex {
  readonly needs = new NeedIndex<HeldNeed>()
  readonly lots = new LotIndex<HeldLot>()
  private readonly parties = new Map<string, Party>()
  private readonly dismissed = new Set<string>()

  constructor(
    readonly database: AnyDatabase,
    /** What was over on this day is not held. */
    private day: IsoDay,
    private readonly points: ReadonlyMap<string, GeoPoint>,
    /** The last change that it has followed, and the epoch of the database in which its number counts. */
    private readonly last: { seq: number; readonly epoch: number },
  ) {}

  /** What whoever watches the process may know of it. */
  state(): { entries: number; seq: number; bytes: number } {
    const { lots, needs, last } = this
    return { entries: lots.size + needs.size, seq: last.seq, bytes: lots.bytes + needs.bytes }
  }

  pointOf(communeCode: string): GeoPoint {
    const point = this.points.get(communeCode)
    if (!point) throw new Error(`No point for commune ${communeCode}`)
    return point
  }

  /** Whether an organisation is there and not closed. */
  isOpen(organisationId: string): boolean {
    return this.parties.get(organisationId)?.isClosed === false
  }

  /** Whether a lot is another organisation's, this one sees it on a day, and nobody set it aside for the need. */
  isOffered(
    lot: StagedLot & { id: string },
    need: { id: string; organisationId: string },
    day: IsoDay,
  ): boolean {
    const viewer: LotViewer = this.parties.get(need.organisationId)?.viewer ?? VISITOR
    return (
      lot.organisationId !== need.organisationId &&
      isVisibleTo(lot, viewer, day) &&
      !this.dismissed.has(coupleOf(lot.id, need.id))
    )
  }

  /** Reads all, by pages, so that others get their turn. */
  async fill(): Promise<void> {
    await byPages(async (rows) => {
      const parties = await listParties(rows)
      for (const [id, party] of parties) this.parties.set(id, party)
      return parties.at(-1)?.[0]
    })
    await byPages(async (rows) => {
      const pairs = await listDismissals(rows)
      for (const { lotId, needId } of pairs) this.dismissed.add(coupleOf(lotId, needId))
      return pairs.at(-1)?.id
    })
    await byPages(async (rows) => this.setLots(await listLotSides(rows, this.day)))
    await byPages(async (rows) => this.setNeeds(await listNeedSides(rows, this.day)))
  }

  /** Follows what any process changed until now; false when that was too much, of another epoch, or before its day. */
  async follow(today: IsoDay): Promise<boolean> {
    if (today < this.day) return false
    if (today > this.day) this.forgetOver(today)
    const { last } = this
    const seq = await findLastChange()
    // Asked once the number is there: whoever answered it is of this epoch.
    if (last.epoch !== databaseEpoch() || seq < last.seq || seq - last.seq > MOST_FOLLOWED) return false
    if (seq === last.seq) return true
    const changed = await listChangedSince(last.seq)
    const lots = await listLotSides({ ids: changed.lot }, this.day)
    for (const id of changed.lot) this.lots.remove(id)
    this.setLots(lots)
    const needs = await listNeedSides({ ids: changed.need }, this.day)
    for (const id of changed.need) this.needs.remove(id)
    this.setNeeds(needs)
    for (const [id, party] of await listParties({ ids: changed.organisation })) this.parties.set(id, party)
    const pairs = { ids: changed['match-pair'] }
    for (const { lotId, needId } of await listDismissals(pairs)) this.dismissed.add(coupleOf(lotId, needId))
    for (const pair of await listDismissals(pairs, false))
      this.dismissed.delete(coupleOf(pair.lotId, pair.needId))
    last.seq = seq
    return true
  }

  private forgetOver(today: IsoDay): void {
    this.day = today
    for (const side of [this.lots, this.needs]) {
      const over = [...side.items()].filter(({ window }) => window.until <= today)
      for (const { id } of over) side.remove(id)
    }
  }

  private setLots(rows: readonly LotSideRow[]): string | undefined {
    for (const row of rows) {
      const { organisationId, publicFrom, territoryCode, territoryFrom } = row
      const stages = { organisationId, publicFrom, territoryCode, territoryFrom }
      this.lots.set({ ...matchLotOf(row, this.pointOf(row.communeCode)), ...stages })
    }
    return rows.at(-1)?.id
  }

  private setNeeds(rows: readonly NeedSideRow[]): string | undefined {
    for (const row of rows) {
      const { organisationId } = row
      this.needs.set({ ...matchNeedOf(row, this.pointOf(row.communeCode)), organisationId })
    }
    return rows.at(-1)?.id
  }
}

let held: Promise<MatchIndex> | null = null
let built: MatchIndex | null = null
makeKnown({ name: 'matching', follows: 'changes', state: () => built?.state() ?? null })

/**
 * The index as the database stands: built at the first call, then brought up to date by the changes that any process
 * wrote. One caller at a time does so; the others wait for the same.
 */
export async function currentMatchIndex(): Promise<MatchIndex> {
  const before = held
  const next = (async () => {
    const known = await before?.catch(() => null)
    const isSame = known?.database === database()
    built = known && isSame && (await known.follow(isoDayOf(nowMs()))) ? known : await build()
    return built
  })()
  held = next
  return next
}

/** Builds the index before anybody asks. */
export async function warmMatchIndex(): Promise<void> {
  await currentMatchIndex()
}

async function build(): Promise<MatchIndex> {
  // Read before all else: what is of another epoch at its end is built anew.
  const epoch = databaseEpoch()
  const points = new Map((await listCommunes()).map(({ code, lat, lon }) => [code, { lat, lon }]))
  // The last change is read before the rows: what changes meanwhile is read again, never missed.
  const last = { epoch, seq: await findLastChange() }
  const made = new MatchIndex(database(), isoDayOf(nowMs()), points, last)
  await made.fill()
  return made
}

/** Calls for page after page until one is empty; `read` answers the last id of its page. */
async function byPages(read: (rows: Rows) => Promise<string | undefined>): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined;) {
    after = await read({ after })
    await nextTurn()
  }
}

function coupleOf(lotId: string, needId: string): string {
  return `${lotId} ${needId}`
}
