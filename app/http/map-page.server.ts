import type { CommuneRow } from '~/features/communes/queries.server'
import { mapGround } from '~/features/map/ground.server'
import { firstView, type MapGround } from '~/features/map/model/base'
import { boundsOf, type Bounds } from '~/features/map/model/clusters'

/** What every page with a map needs of it: the ground it stands on, and what it shows first. */
export async function mapOf(
  communes: readonly CommuneRow[],
  near: ReadonlyMap<string, number> | null = null,
): Promise<{ ground: MapGround; bounds: Bounds }> {
  const shown = near ? communes.filter(({ code }) => near.has(code)) : communes
  return { ground: await mapGround(), bounds: firstView(boundsOf(shown) ?? [2.1, 48.6, 2.7, 49.1]) }
}
