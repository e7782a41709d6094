import { paths } from '~/core/paths'
import { env } from '~/platform/env.server'
import type { MapGround } from './model/base'
import { readOutlineNote } from './outline-file.server'

/** What the maps of this installation stand on: imported outlines and the base layers that the operator configured. */
export async function mapGround(): Promise<MapGround> {
  const note = await readOutlineNote()
  const { rasters, pmtiles } = env().mapBases
  return {
    outlines: note && { url: paths.communeOutlines(note.importedAtMs), source: note.source },
    bases: [
      ...rasters.map((layer) => ({ kind: 'raster' as const, ...layer })),
      ...(pmtiles ? [{ ...pmtiles, kind: 'pmtiles' as const, url: paths.mapFile() }] : []),
    ],
  }
}
