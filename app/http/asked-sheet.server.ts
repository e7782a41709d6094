import type { LabelView } from '~/features/labels/model/label'
import { piecesToLabel, type SheetChoice } from '~/features/labels/model/sheet-choice'
import { listLabelsOfBatch } from '~/features/labels/queries.server'
import { sheetSchema } from '~/features/labels/schema'
import type { LotView } from '~/features/lots/model/lot'
import { findLots, listLotsOfSite } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findSite } from '~/features/sites/queries.server'
import { notFound, orNotFound } from './replies.server'

/** Labels of one PDF: more would take the server too long, and a person too. */
export const MOST_OF_SHEET = 480

export type AskedSheet = {
  choice: SheetChoice
  /** The lots to label, each with its number of pieces or null for one label of the whole. */
  lots: { lot: LotView; pieces: number | null }[]
  /** The blank labels of a printing. */
  blanks: LabelView[]
  siteName: string | null
  /** How many labels that makes. */
  count: number
}

/** The sheet that an address asks for, of one's own lots, site or printing; 404 for another's. */
export async function askedSheet(request: Request, actor: Actor): Promise<AskedSheet> {
  const { searchParams } = new URL(request.url)
  const choice = sheetSchema.parse({
    ...Object.fromEntries(searchParams),
    lot: searchParams.getAll('lot'),
    chantier: searchParams.get('chantier'),
    planche: searchParams.get('planche'),
  })
  const { siteId, batchId } = choice
  const blanks = batchId ? await listLabelsOfBatch(actor.organisationId, batchId) : []
  if (batchId && blanks.length === 0) throw notFound()
  const site = siteId ? orNotFound(await findSite(siteId)) : null
  if (site && site.organisationId !== actor.organisationId) throw notFound()
  const found = site ? await listLotsOfSite(site.id) : await lotsOf(choice.lotIds, actor)
  const lots = found
    .filter(({ status }) => status !== 'withdrawn')
    .map((lot) => ({ lot, pieces: piecesToLabel(lot, choice) }))
  const count = blanks.length + lots.reduce((sum, { pieces }) => sum + (pieces ?? 1), 0)
  return { choice, lots, blanks, siteName: site?.name ?? null, count }
}

async function lotsOf(ids: readonly string[], actor: Actor): Promise<LotView[]> {
  const found = await findLots(ids)
  const lots = ids.map((id) => orNotFound(found.get(id)))
  if (lots.some(({ organisationId }) => organisationId !== actor.organisationId)) throw notFound()
  return lots
}
