import type { MaterialType } from '~/core/material-types'
import { findCommune } from '~/features/communes/queries.server'
import { HANDLING_KM, MOST_HANDLING } from './model/limits'
import { nearestHandling } from './model/place-search'
import { listPublishedPlaces } from './queries.server'

/** The entries nearest to a commune's point that store, and that carry, a material. */
export async function handlingNear(communeCode: string, material: MaterialType) {
  const [commune, places] = await Promise.all([findCommune(communeCode), listPublishedPlaces()])
  const limits = { withinKm: HANDLING_KM, most: MOST_HANDLING }
  return commune ? nearestHandling(places, commune, material, limits) : { storage: [], transport: [] }
}
