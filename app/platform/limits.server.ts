import { createHmac } from 'node:crypto'
import { and, eq, gt, inArray, lt, or, sql } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { LIMITS, type Limit, type LimitedWay } from '~/core/limits'
import { networkOf } from '~/core/network'
import { ok, refused, type Result } from '~/core/result'
import { rateLimits } from '~db/sqlite/limits'
import { reader } from './db.server'
import { env } from './env.server'
import { withTx, writeAlone, type Tx } from './transaction.server'

/** Who tries: the account or address as typed, and the client's address. A limit of what is left out does not count. */
export type Tries = { account?: string; clientIp?: string }

/** What is left of the narrowest limit, and when it begins again (ms since 1970; of a refusal, when to try again). */
export type Allowance = { isAllowed: boolean; remaining: number; untilMs: number }

type Count = Limit & { key: string }

/**
 * Counts one try in the caller's transaction, in the database, so that every process counts the same and a restart
 * forgets nothing. A try beyond a limit is refused and counts for none.
 * @returns `rate-limited` with `untilMs`
 */
export async function spend(tx: Tx, way: LimitedWay, tries: Tries): Promise<Result<null>> {
  return asResult(await count(tx, way, tries))
}

/** The same in a transaction of its own; who is beyond a limit is refused without a write. */
export async function spendNow(way: LimitedWay, tries: Tries): Promise<Result<null>> {
  return asResult(await countNow(way, tries))
}

/** The same, telling what is left. */
export async function countNow(way: LimitedWay, tries: Tries): Promise<Allowance> {
  const known = await left(reader(), countsOf(way, tries))
  return known.isAllowed ? writeAlone((tx) => count(tx, way, tries)) : known
}

/** Takes a try back that turned out to be the person's own: a right password costs nothing. */
export async function giveBack(way: LimitedWay, tries: Tries): Promise<void> {
  await writeAlone((tx) => takeBack(tx, countsOf(way, tries)))
}

async function takeBack(tx: Tx, counts: readonly Count[]): Promise<void> {
  // One by one, in the order in which they are counted: nobody holds one and waits for another.
  for (const { key } of counts)
    await tx
      .update(rateLimits)
      .set({ used: sql`${rateLimits.used} - 1` })
      .where(and(eq(rateLimits.key, key), gt(rateLimits.used, 0)))
}

/** Begins the counts of an account anew, alone and from this network; that of the network itself stays. */
export async function clearAccount(
  tx: Tx,
  way: LimitedWay,
  tries: Tries & { account: string },
): Promise<void> {
  const keys = countsOf(way, tries).flatMap(({ key, per }) => (per === 'network' ? [] : [key]))
  await tx.delete(rateLimits).where(inArray(rateLimits.key, keys))
}

/** Forgets the counts whose time is over. */
export async function forgetCounts(): Promise<void> {
  await withTx(async (tx) => {
    await tx.delete(rateLimits).where(lt(rateLimits.untilMs, nowMs()))
  })
}

/**
 * Each count is one statement that passes no limit, whoever counts at the same time; of a try that meets a full one, those
 * before it are taken back.
 */
async function count(tx: Tx, way: LimitedWay, tries: Tries): Promise<Allowance> {
  const counts = countsOf(way, tries)
  const known = await left(tx, counts)
  if (!known.isAllowed) return known
  const ms = nowMs()
  const isOver = sql`${rateLimits.untilMs} <= ${ms}`
  for (const [at, { key, most, withinMs }] of counts.entries()) {
    const counted = await tx
      .insert(rateLimits)
      .values({ key, used: 1, untilMs: ms + withinMs })
      .onConflictDoUpdate({
        target: rateLimits.key,
        setWhere: or(isOver, lt(rateLimits.used, most)),
        set: {
          used: sql`case when ${isOver} then 1 else ${rateLimits.used} + 1 end`,
          untilMs: sql`case when ${isOver} then ${ms + withinMs} else ${rateLimits.untilMs} end`,
        },
      })
      .returning({ key: rateLimits.key })
    if (counted.length > 0) continue
    await takeBack(tx, counts.slice(0, at))
    return { ...(await left(tx, counts)), isAllowed: false }
  }
  return { ...known, remaining: known.remaining - 1 }
}

/** What is left before this try: the narrowest limit, or of those used up the one that lasts longest. */
async function left(tx: Tx, counts: readonly Count[]): Promise<Allowance> {
  const ms = nowMs()
  let narrowest: Allowance = { isAllowed: true, remaining: Infinity, untilMs: ms }
  for (const { key, most, withinMs } of counts) {
    const rows = await tx.select().from(rateLimits).where(eq(rateLimits.key, key))
    const row = rows[0]
    const isLive = row !== undefined && row.untilMs > ms
    const remaining = isLive ? Math.max(0, most - row.used) : most
    const untilMs = isLive ? row.untilMs : ms + withinMs
    const isNarrower = remaining < narrowest.remaining
    const isLonger = remaining === 0 && untilMs > narrowest.untilMs
    if (isNarrower || isLonger) narrowest = { isAllowed: remaining > 0, remaining, untilMs }
  }
  return narrowest
}

function countsOf(way: LimitedWay, tries: Tries): Count[] {
  return LIMITS[way].flatMap((limit: Limit, index) => {
    const subject = subjectOf(limit, tries)
    if (subject === null) return []
    return [{ ...limit, key: keyOf(`${way}:${index}:${subject}`) }]
  })
}

function subjectOf({ per }: Limit, { account, clientIp }: Tries): string | null {
  const network = clientIp === undefined ? null : networkOf(clientIp)
  if (per === 'network') return network
  if (account === undefined) return null
  if (per === 'account') return account
  return network === null ? null : `${network} ${account}`
}

function keyOf(text: string): string {
  return createHmac('sha256', env().sessionSecret).update(`limit:${text}`).digest('base64url').slice(0, 22)
}

function asResult({ isAllowed, untilMs }: Allowance): Result<null> {
  return isAllowed ? ok(null) : refused('rate-limited', { params: { untilMs } })
}
