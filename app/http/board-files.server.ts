import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import type { Board } from '~/features/board/model/board'
import { periodQuery, periodSlug } from '~/features/board/model/board-period'
import type { Purchase } from '~/features/board/model/purchase'
import { listPurchases } from '~/features/board/queries/purchases.server'
import { can } from '~/features/organisations/model/permissions'
import { boardFiles } from '~/messages/board-files'
import { translator } from '~/messages/catalogue'
import { optionalActor } from './actor.server'
import { publicUrlOf } from './lot-page-url.server'

/** What a file of a board is called, without its ending. */
export function boardFileName(
  { perimeter, period }: Board,
  kind: 'note' | 'report' | 'workbook',
  locale: Locale,
): string {
  const name = translator(locale, boardFiles)(`file.${kind}`)
  return `gisement-${perimeter.slug}-${periodSlug(period)}-${name}`
}

/** Where the board of a paper is kept up to date. */
export function boardUrl({ perimeter, period }: Board): string {
  return publicUrlOf(paths.board(perimeter.slug, periodQuery(period)))
}

/** The purchases of the period's year, for the commune's own agent; none for others. */
export async function purchasesFor(request: Request, { perimeter, period }: Board): Promise<Purchase[]> {
  const actor = await optionalActor(request)
  if (!actor || perimeter.kind !== 'commune') return []
  if (!can(actor, 'purchase:manage', { communeCodes: perimeter.communeCodes })) return []
  return listPurchases(perimeter.slug, period.year)
}
