import { isoDayOf } from '~/core/days'
import { foldText } from '~/core/fold'
import { estimateMassG } from '~/core/material-masses'
import { ok, refused, type Result } from '~/core/result'
import { findCommune } from '~/features/communes/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findSite, type SiteView } from '~/features/sites/queries.server'
import type { LotRow } from './repo.server'
import type { LotOrder } from './schema'

/** What the columns of a lot are made of: the answers, and where the lot stands. */
export type LotPlace = { site: SiteView; territoryCode: string | null }

/** The site of a lot, proven one's own, and the code of the territory that sees the lot first, if any. */
export async function placeLot(actor: Actor, lot: LotOrder): Promise<Result<LotPlace>> {
  const site = await findSite(lot.siteId)
  if (!site || site.organisationId !== actor.organisationId) return refused('invalid', { field: 'siteId' })
  if (lot.visibility === 'public' || !lot.territory) return ok({ site, territoryCode: null })
  if (lot.territory === 'commune') return ok({ site, territoryCode: site.communeCode })
  const commune = await findCommune(site.communeCode)
  if (!commune?.eptCode) return refused('no-ept', { field: 'territory' })
  return ok({ site, territoryCode: commune.eptCode })
}

type LotColumns = Omit<
  LotRow,
  | 'id'
  | 'reference'
  | 'organisationId'
  | 'inventoryLineId'
  | 'searchText'
  | 'quantityMilli'
  | 'availableMilli'
  | 'status'
  | 'materialSource'
  | 'publishedAtMs'
  | 'createdAtMs'
  | 'updatedAtMs'
>

/** The columns that a giver's answers fill; a missing mass is estimated where a source gives one, and marked so. */
export function lotColumns(lot: LotOrder & { title: string }, place: LotPlace, atMs: number): LotColumns {
  const given = lot.massKg ?? null
  const massG = given ?? estimateMassG(lot.material, lot.quantity, lot.unit)?.massG ?? null
  const territory = place.territoryCode === null ? null : (lot.territory ?? null)
  const isStaged = lot.visibility === 'staged'
  return {
    siteId: place.site.id,
    communeCode: place.site.communeCode,
    material: lot.material,
    title: lot.title,
    description: lot.description,
    unit: lot.unit,
    massG,
    massEstimated: given === null && massG !== null,
    condition: lot.condition,
    availableFrom: lot.availableFrom,
    availableUntil: lot.availableUntil,
    isWhole: lot.splitting === 'whole',
    minTakeMilli: lot.splitting === 'whole' ? null : (lot.minTake ?? null),
    unitPriceCents: lot.unitPrice ?? 0,
    attributes: lot.attributes,
    hazards: lot.hazards,
    packaging: lot.packaging ?? null,
    volumeL: lot.volumeM3 ?? null,
    vehicle: lot.vehicle ?? null,
    access: lot.access,
    removal: lot.removal ?? null,
    provenance: lot.provenance,
    quantityVerified: lot.quantityBasis === 'verified',
    storageUntil: lot.storageUntil ?? null,
    cedingRight: lot.cedingRight,
    publicFrom: (isStaged && lot.publicFrom) || isoDayOf(atMs),
    territory,
    territoryCode: place.territoryCode,
    territoryFrom: territory && (lot.territoryFrom ?? null),
  }
}

/** The folded text that a search reads. */
export function searchTextOf(
  lot: { title: string; description: string; provenance: string; reference: string },
  place: LotPlace,
): string {
  const { title, description, provenance, reference } = lot
  return foldText([title, description, provenance, reference, place.site.communeName].join(' '))
}
