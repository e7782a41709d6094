import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { purchaseSearchSchema } from '~/features/board/schema'
import { findCommune } from '~/features/communes/queries.server'
import { requireActor, requireRight } from './actor.server'
import { parseSearch } from './parse-search.server'
import { orNotFound } from './replies.server'

/** The commune whose purchases its agent asks for, and the year; a 404 for everyone else's. */
export async function requirePurchases(request: Request, params: { code?: string }) {
  const actor = await requireActor(request, 'purchase:manage')
  const { code, name } = orNotFound(await findCommune(params.code ?? ''))
  requireRight(actor, 'purchase:manage', { communeCodes: [code] })
  const { annee, fait } = parseSearch(request, purchaseSearchSchema)
  const year = annee ?? Number(isoDayOf(nowMs()).slice(0, 4))
  return { actor, place: { code, name }, year, done: fait ?? null }
}
