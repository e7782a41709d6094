import type { Actor } from '~/features/organisations/model/permissions'
import type { BasketLine } from '~/features/baskets/model/cover-problem'
import { findBasket, listLines, type BasketView } from '~/features/baskets/queries.server'
import { requireActor } from './actor.server'
import { orNotFound } from './replies.server'

/** A bill of one's own organisation with its lines; another's is not found. */
export async function ownBasket(
  request: Request,
  params: { basketId?: string },
): Promise<{ actor: Actor; basket: BasketView; lines: BasketLine[] }> {
  const actor = await requireActor(request, 'basket:manage')
  const basket = orNotFound(await findBasket(actor.organisationId, params.basketId ?? ''))
  return { actor, basket, lines: await listLines(basket.id) }
}
