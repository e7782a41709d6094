import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { findBasketRow, listLineRows } from '../repo.server'
import { insertNew } from './keep-basket.server'

type CopyBasket = { actor: Actor; basketId: string; copyId: string; title: string }

/** Makes another bill of one's own with the same terms and lines. Sending the same id twice makes one. */
export async function copyBasket({
  actor,
  basketId,
  copyId,
  title,
}: CopyBasket): Promise<Result<{ id: string }>> {
  return withTx(async (tx) => {
    const [basket, copy] = [await findBasketRow(tx, basketId), await findBasketRow(tx, copyId)]
    if (basket?.organisationId !== actor.organisationId) return refused('not-found')
    if (copy) return copy.organisationId === actor.organisationId ? ok({ id: copyId }) : refused('conflict')
    const { communeCode, neededFrom, neededUntil, radiusKm, minCondition } = basket
    const lines = (await listLineRows(tx, basketId)).map((row) => ({
      label: row.label,
      material: row.material,
      unit: row.unit,
      quantityMilli: row.quantityMilli,
      newUnitPriceCents: row.newUnitPriceCents,
    }))
    const terms = { title, communeCode, neededFrom, neededUntil, radiusKm, minCondition }
    return insertNew(tx, actor, { id: copyId, terms, lines, kind: 'copied' })
  })
}
