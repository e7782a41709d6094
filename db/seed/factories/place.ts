import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import type { directoryPlaces } from '~db/sqlite/directory'

export type PlaceRow = typeof directoryPlaces.$inferSelect

/** An entry of the directory: by default a published place of storage in Montreuil, for any material, checked today. */
export function makePlace(
  place: Pick<PlaceRow, 'proposedByOrganisationId' | 'proposedByUserId'> & Partial<PlaceRow>,
): PlaceRow {
  return {
    id: newId(),
    kind: 'storage',
    name: 'Entrepôt Modèle',
    communeCode: '93048',
    address: '',
    lat: null,
    lon: null,
    materials: [],
    services: ['storage'],
    hours: '',
    conditions: '',
    website: '',
    phone: '',
    email: '',
    siret: null,
    state: 'published',
    checkedOn: isoDayOf(nowMs()),
    checkedByUserId: null,
    reason: '',
    createdAtMs: nowMs(),
    updatedAtMs: nowMs(),
    ...place,
  }
}
