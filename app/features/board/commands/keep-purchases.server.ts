import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { readCsv } from '~/platform/tables/read-csv'
import { withTx, type Tx } from '~/platform/transaction.server'
import { MOST_LINES, type Purchase } from '../model/purchase'
import { purchaseRows } from '../model/purchase-rows'
import { countPurchases, deletePurchase, deletePurchases, findPurchase, insertPurchase } from '../repo.server'

type InYear = { actor: Actor; communeCode: string; year: number }

/**
 * Adds a line to what a commune bought in a year. Idempotent by id; refuses `forbidden` for whoever is not its agent,
 * `conflict` for the id of another line, `purchase-limit` past `MOST_LINES`.
 */
export async function addPurchase({ actor, communeCode, ...line }: InYear & Purchase): Promise<Result<null>> {
  return inPurchases(actor, communeCode, async (tx) => {
    const known = await findPurchase(tx, line.id)
    if (known) return known.communeCode === communeCode ? ok(null) : refused('conflict')
    if ((await countPurchases(tx, communeCode, line.year)) >= MOST_LINES) {
      return refused('purchase-limit', { params: { most: MOST_LINES } })
    }
    await insertPurchase(tx, rowOf(actor, communeCode, line))
    await recordChange(tx, {
      ...{ entity: 'commune', entityId: communeCode, actorUserId: actor.userId, kind: 'purchase-added' },
      detail: { ...line },
    })
    return ok(null)
  })
}

/** Takes a line out; its event keeps what it said. One that is gone is answered as taken out. */
export async function removePurchase({
  actor,
  communeCode,
  id,
}: Omit<InYear, 'year'> & { id: string }): Promise<Result<null>> {
  return inPurchases(actor, communeCode, async (tx) => {
    const line = await findPurchase(tx, id)
    if (!line) return ok(null)
    if (line.communeCode !== communeCode) return refused('not-found')
    await deletePurchase(tx, id)
    const { year, label, amountCents, reusedBp, recycledBp } = line
    await recordChange(tx, {
      ...{ entity: 'commune', entityId: communeCode, actorUserId: actor.userId, kind: 'purchase-removed' },
      detail: { id, year, label, amountCents, reusedBp, recycledBp },
    })
    return ok(null)
  })
}

/**
 * Puts a table in the place of what a commune said of a year: all of it or nothing, so that sending it twice leaves the
 * same lines. Refuses `purchase-row` for a line that cannot be read, `purchase-limit`, and what `readCsv` does.
 */
export async function importPurchases({
  actor,
  communeCode,
  year,
  bytes,
}: InYear & { bytes: Uint8Array }): Promise<Result<number>> {
  const table = readCsv(bytes)
  if (!table.ok) return table
  const read = purchaseRows(table.value)
  if (!read.ok) return refused('purchase-row', { params: { row: read.row } })
  if (read.lines.length === 0) return refused('table-empty')
  if (read.lines.length > MOST_LINES) return refused('purchase-limit', { params: { most: MOST_LINES } })
  return inPurchases(actor, communeCode, async (tx) => {
    await deletePurchases(tx, communeCode, year)
    for (const line of read.lines) {
      await insertPurchase(tx, rowOf(actor, communeCode, { ...line, id: newId(), year }))
    }
    await recordChange(tx, {
      ...{ entity: 'commune', entityId: communeCode, actorUserId: actor.userId },
      kind: 'purchases-imported',
      detail: { year, lines: read.lines },
    })
    return ok(read.lines.length)
  })
}

async function inPurchases<T>(
  actor: Actor,
  communeCode: string,
  act: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!can(actor, 'purchase:manage', { communeCodes: [communeCode] })) return refused('forbidden')
  return withTx(act)
}

function rowOf(actor: Actor, communeCode: string, line: Purchase) {
  const { id, year, label, amountCents, reusedBp, recycledBp } = line
  return {
    ...{ id, communeCode, year, label, amountCents, reusedBp, recycledBp },
    ...{ createdByUserId: actor.userId, createdAtMs: nowMs() },
  }
}
