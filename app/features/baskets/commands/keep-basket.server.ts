import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { ok, refused, type Result } from '~/core/result'
import { findCommune } from '~/features/communes/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { MAX_BASKETS, MAX_LINES, type BillLine } from '../model/bill'
import { countBasketsOf, findBasketRow, insertBasket, insertLines } from '../repo.server'
import type { basketTermsSchema } from '../schema'

type KeepBasket = z.output<typeof basketTermsSchema> & {
  actor: Actor
  id: string
  lines: readonly BillLine[]
}

/**
 * Keeps a bill with all of its lines, or nothing of it. Sending the same id twice keeps it once. An organisation has
 * `MAX_BASKETS` bills (`basket-limit`) of 1 to `MAX_LINES` lines (`table-empty`, `basket-lines`).
 */
export async function keepBasket({
  actor,
  id,
  lines,
  ...terms
}: KeepBasket): Promise<Result<{ id: string }>> {
  if (lines.length === 0) return refused('table-empty')
  if (lines.length > MAX_LINES) return refused('basket-lines', { params: { max: MAX_LINES } })
  if (!(await findCommune(terms.communeCode))) return refused('invalid', { field: 'communeCode' })
  return withTx(async (tx) => {
    const existing = await findBasketRow(tx, id)
    if (existing) {
      return existing.organisationId === actor.organisationId ? ok({ id }) : refused('conflict')
    }
    return insertNew(tx, actor, { id, terms, lines, kind: 'kept' })
  })
}

type NewBasket = {
  id: string
  terms: z.output<typeof basketTermsSchema>
  lines: readonly BillLine[]
  /** How it came to be, for its history. */
  kind: 'kept' | 'copied'
}

/** Writes a bill and its lines, unless its organisation has as many as it may. */
export async function insertNew(tx: Tx, actor: Actor, basket: NewBasket): Promise<Result<{ id: string }>> {
  const { id, terms, lines, kind } = basket
  if ((await countBasketsOf(tx, actor.organisationId)) >= MAX_BASKETS) {
    return refused('basket-limit', { params: { max: MAX_BASKETS } })
  }
  const atMs = nowMs()
  await insertBasket(tx, {
    ...{ id, organisationId: actor.organisationId, authorUserId: actor.userId, ...terms },
    ...{ createdAtMs: atMs, updatedAtMs: atMs },
  })
  await insertLines(
    tx,
    lines.map((line, position) => ({ id: newId(), basketId: id, position, ...line })),
  )
  await recordChange(tx, {
    ...{ entity: 'basket', entityId: id, kind, actorUserId: actor.userId },
    detail: { lines: lines.length },
  })
  return ok({ id })
}
