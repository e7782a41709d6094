import type { LayerSpecification } from 'maplibre-gl'

/**
 * What a vector base shows, by what its layers are called in the usual schemas (OpenMapTiles, Protomaps): water,
 * green, buildings, roads, boundaries. Names of places are left to the markers: they would need a font server.
 */
const LOOKS = [
  { names: /^(landcover|landuse|park|natural)$/, type: 'fill', role: '--scale-1' },
  { names: /^water$/, type: 'fill', role: '--info-tint' },
  { names: /^buildings?$/, type: 'fill', role: '--line' },
  { names: /^(waterway|physical_line)$/, type: 'line', role: '--info-tint' },
  { names: /^(transportation|roads?|transit)$/, type: 'line', role: '--muted' },
  { names: /^(boundary|boundaries)$/, type: 'line', role: '--field' },
] as const

/** The layers that draw a vector file, from the ground up; none for a file of unknown layers. */
export function vectorLayers(
  source: string,
  metadata: unknown,
  colour: (role: string) => string,
): LayerSpecification[] {
  const names = layerNames(metadata)
  return LOOKS.flatMap(({ names: wanted, type, role }) =>
    names
      .filter((name) => wanted.test(name))
      .map((name): LayerSpecification => {
        const common = { id: `${source}-${name}`, source, 'source-layer': name }
        return type === 'fill'
          ? { ...common, type, filter: POLYGONS, paint: { 'fill-color': colour(role) } }
          : { ...common, type, paint: { 'line-color': colour(role), 'line-width': 0.8 } }
      }),
  )
}

const POLYGONS = ['==', ['geometry-type'], 'Polygon'] satisfies unknown[] as [
  '==',
  ['geometry-type'],
  'Polygon',
]

function layerNames(metadata: unknown): string[] {
  if (typeof metadata !== 'object' || metadata === null || !('vector_layers' in metadata)) return []
  const { vector_layers: layers } = metadata
  if (!Array.isArray(layers)) return []
  return layers.flatMap((layer: unknown) => {
    const isNamed =
      typeof layer === 'object' && layer !== null && 'id' in layer && typeof layer.id === 'string'
    return isNamed ? [layer.id as string] : []
  })
}
