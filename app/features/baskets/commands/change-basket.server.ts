import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { ok, refused, type Result } from '~/core/result'
import { findCommune } from '~/features/communes/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { MAX_LINES, type BillLine } from '../model/bill'
import {
  findBasketRow,
  insertLines,
  listLineRows,
  removeLine,
  updateBasket,
  updateLine,
} from '../repo.server'
import type { basketTermsSchema } from '../schema'

type ChangeBasket = {
  actor: Actor
  basketId: string
  terms: z.output<typeof basketTermsSchema>
  /** Lines by id: what they become, or null to take them out. Those not named stay. */
  lines: ReadonlyMap<string, BillLine | null>
  added: readonly BillLine[]
}

/**
 * Changes a bill of one's own: its terms, some of its lines, and lines added at its end. A line that another person has
 * taken out meanwhile is a `conflict`; a bill keeps one line at least (`table-empty`).
 */
export async function changeBasket(change: ChangeBasket): Promise<Result<{ id: string }>> {
  const { actor, basketId, terms, lines, added } = change
  if (!(await findCommune(terms.communeCode))) return refused('invalid', { field: 'communeCode' })
  return withTx(async (tx) => {
    const basket = await findBasketRow(tx, basketId)
    if (basket?.organisationId !== actor.organisationId) return refused('not-found')
    const before = await listLineRows(tx, basketId)
    const known = new Set(before.map(({ id }) => id))
    if ([...lines.keys()].some((id) => !known.has(id))) return refused('conflict')
    const removed = [...lines.values()].filter((line) => line === null).length
    const after = before.length - removed + added.length
    if (after === 0) return refused('table-empty')
    if (after > MAX_LINES) return refused('basket-lines', { params: { max: MAX_LINES } })
    for (const [id, line] of lines) {
      if (line) await updateLine(tx, basketId, id, line)
      else await removeLine(tx, basketId, id)
    }
    const next = (before.at(-1)?.position ?? -1) + 1
    await insertLines(
      tx,
      added.map((line, at) => ({ id: newId(), basketId, position: next + at, ...line })),
    )
    await updateBasket(tx, actor.organisationId, basketId, { ...terms, updatedAtMs: nowMs() })
    await recordChange(tx, {
      ...{ entity: 'basket', entityId: basketId, kind: 'changed', actorUserId: actor.userId },
      detail: { changed: lines.size - removed, removed, added: added.length },
    })
    return ok({ id: basketId })
  })
}
