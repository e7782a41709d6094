import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { foldText } from '~/core/fold'
import { newId } from '~/core/ids'
import { lotReference } from '~/features/lots/model/reference'
import type { lotDrafts, lots } from '~db/sqlite/lots'

export type LotRow = typeof lots.$inferSelect
export type LotDraftRow = typeof lotDrafts.$inferSelect

/**
 * A lot: by default a gift of 40 m² of parquet in good condition, all of it free, there for 30 days from today.
 * `availableMilli` follows `quantityMilli`, and the search text follows title, description and reference.
 */
export function makeLot(
  lot: Pick<LotRow, 'organisationId' | 'siteId' | 'communeCode'> & Partial<LotRow>,
): LotRow {
  const today = isoDayOf(nowMs())
  const made = {
    id: newId(),
    reference: lotReference(Math.floor(Math.random() * 2 ** 30)),
    material: 'wood-floor' as const,
    title: 'Parquet chêne massif',
    description: 'Lames triées et mises en bottes.',
    unit: 'm2' as const,
    quantityMilli: 40_000,
    massG: 600_000,
    massEstimated: false,
    condition: 3,
    availableFrom: today,
    availableUntil: addDays(today, 30),
    isWhole: false,
    minTakeMilli: null,
    unitPriceCents: 0,
    status: 'published' as const,
    materialSource: 'person' as const,
    publishedAtMs: nowMs(),
    attributes: {},
    hazards: [],
    packaging: null,
    volumeL: null,
    vehicle: null,
    access: '',
    removal: null,
    provenance: '',
    quantityVerified: false,
    storageUntil: null,
    cedingRight: 'owner' as const,
    territory: null,
    territoryCode: null,
    territoryFrom: null,
    inventoryLineId: null,
    createdAtMs: nowMs(),
    ...lot,
  }
  return {
    ...made,
    publicFrom: lot.publicFrom ?? isoDayOf(made.publishedAtMs),
    updatedAtMs: lot.updatedAtMs ?? made.createdAtMs,
    availableMilli: lot.availableMilli ?? made.quantityMilli,
    searchText: lot.searchText ?? foldText(`${made.title} ${made.description} ${made.reference}`),
  }
}

/** A lot being written, of now by default, with the answers given. */
export function makeLotDraft(
  draft: Pick<LotDraftRow, 'organisationId' | 'authorUserId'> & Partial<LotDraftRow>,
): LotDraftRow {
  const createdAtMs = draft.createdAtMs ?? nowMs()
  return { id: newId(), answers: {}, importId: null, updatedAtMs: createdAtMs, ...draft, createdAtMs }
}
