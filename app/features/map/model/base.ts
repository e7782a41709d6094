import type { Bounds } from './clusters'

/** A base layer that the operator configured. `url` is a template of tiles, or the file that this server hands out. */
export type BaseLayer = {
  kind: 'raster' | 'pmtiles'
  name: string
  url: string
  attribution: string
}

/** What a map stands on here. Without outlines and without base layers it is plain. */
export type MapGround = {
  /** Address of the imported outlines, and whose they are; null before any import. */
  outlines: { url: string; source: string } | null
  bases: readonly BaseLayer[]
}

/** Whether there is anything to recognise beneath the points. */
export function hasGround({ outlines, bases }: MapGround): boolean {
  return outlines !== null || bases.length > 0
}

/** What a map shows first: all communes, with some room around the outermost points. */
export function firstView([west, south, east, north]: Bounds): Bounds {
  const room = 0.03
  return [west - room, south - room, east + room, north + room]
}
