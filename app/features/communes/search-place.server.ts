import { communesWithin } from './model/nearby'
import { listCommunes, type CommuneRow } from './queries.server'

export type SearchPlace = {
  communes: readonly CommuneRow[]
  /** The commune searched around; null without one, or when it is unknown. */
  centre: CommuneRow | null
  /** Great-circle km by commune code, within the radius, nearest first; null when the whole Métropole is searched. */
  near: Map<string, number> | null
}

/** Where a search looks: a commune alone (its own point, 0 km) or those within the radius. */
export async function searchPlace(search: { commune?: string; rayon?: number }): Promise<SearchPlace> {
  const communes = await listCommunes()
  const near = search.commune ? communesWithin(communes, search.commune, search.rayon ?? 0) : null
  const centre = (near && communes.find(({ code }) => code === search.commune)) ?? null
  return { communes, centre, near: near && new Map([...near].sort(([, a], [, b]) => a - b)) }
}
