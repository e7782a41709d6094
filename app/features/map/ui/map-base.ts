import { addProtocol, type Map as Engine, type StyleSpecification } from 'maplibre-gl'
import type { BaseLayer, MapGround } from '../model/base'
import { vectorLayers } from './vector-base'

export type BaseId = string

/** The layer that stands above the base layers and beneath nothing else of the map. */
const OUTLINE = 'outlines-line'
const FILL = 'outlines-fill'
const GROUND = 'ground'

/** A role's colour in the mode that the page has now. */
function colour(role: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(role).trim() || '#888888'
}

/** A plain ground, and the communes' outlines where they were imported. */
export function groundStyle({ outlines }: MapGround): StyleSpecification {
  const ground = {
    id: GROUND,
    type: 'background' as const,
    paint: { 'background-color': colour('--sunken') },
  }
  if (!outlines) return { version: 8, sources: {}, layers: [ground] }
  return {
    version: 8,
    sources: { outlines: { type: 'geojson', data: new URL(outlines.url, window.location.href).href } },
    layers: [
      ground,
      { id: FILL, type: 'fill', source: 'outlines', paint: { 'fill-color': colour('--card') } },
      {
        id: OUTLINE,
        type: 'line',
        source: 'outlines',
        paint: { 'line-color': colour('--field'), 'line-width': 1.2 },
      },
    ],
  }
}

/** Gives the ground the colours of the page's mode. */
export function colourGround(engine: Engine, { outlines }: MapGround): void {
  engine.setPaintProperty(GROUND, 'background-color', colour('--sunken'))
  if (!outlines) return
  engine.setPaintProperty(FILL, 'fill-color', colour('--card'))
  engine.setPaintProperty(OUTLINE, 'line-color', colour('--field'))
}

/** Adds a base layer beneath the outlines' lines and returns the ids of what it is made of. */
export async function addBase(engine: Engine, base: BaseLayer, source: string): Promise<BaseId[]> {
  const above = engine.getLayer(OUTLINE) ? OUTLINE : undefined
  if (base.kind === 'raster') {
    engine.addSource(source, { type: 'raster', tiles: [base.url], tileSize: 256, maxzoom: 18 })
    engine.addLayer({ id: source, type: 'raster', source }, above)
    return [source]
  }
  const { PMTiles, Protocol, TileType } = await import('pmtiles')
  const protocol = new Protocol()
  const url = new URL(base.url, window.location.href).href
  const file = new PMTiles(url)
  protocol.add(file)
  addProtocol('pmtiles', protocol.tile)
  const [header, metadata] = await Promise.all([file.getHeader(), file.getMetadata()])
  const isVector = header.tileType === TileType.Mvt
  engine.addSource(source, {
    type: isVector ? 'vector' : 'raster',
    url: `pmtiles://${url}`,
    ...(!isVector && { tileSize: 256 }),
  })
  const layers = isVector
    ? vectorLayers(source, metadata, colour)
    : [{ id: source, type: 'raster' as const, source }]
  for (const layer of layers) engine.addLayer(layer, above)
  return layers.map(({ id }) => id)
}
