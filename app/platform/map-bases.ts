/** A layer of raster tiles: `url` holds `{z}`, `{x}` and `{y}`. */
export type RasterBase = { name: string; url: string; attribution: string }
export type MapBases = {
  rasters: readonly RasterBase[]
  /** The file's address is this server's own. */
  pmtiles: { name: string; attribution: string } | null
}

export const MAP_SYNTAX =
  'one layer a line or between «;;», each «name | https address with {z}, {x}, {y} | attribution»'

/**
 * Reads base layers as the operator writes them: «name | address | attribution», one a line or separated by `;;`.
 * Null when one cannot be read.
 */
export function parseRasters(text: string): RasterBase[] | null {
  const lines = text
    .split(/;;|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const rasters = lines.map(parseRaster)
  return rasters.every((raster) => raster !== null) ? rasters : null
}

function parseRaster(line: string): RasterBase | null {
  const [name = '', url = '', attribution = ''] = line.split('|').map((part) => part.trim())
  if (!name || !['{z}', '{x}', '{y}'].every((slot) => url.includes(slot))) return null
  const bare = url.replace(/\{[zxy]\}/g, '0')
  if (!URL.canParse(bare)) return null
  const { protocol, origin } = new URL(bare)
  // Slots in the host would leave no host to name in the content policy.
  if (!/^https?:$/.test(protocol) || !url.startsWith(origin)) return null
  return { name, url, attribution }
}

/** The hosts that these layers are fetched from, each once. */
export function originsOf(rasters: readonly RasterBase[]): string[] {
  return [...new Set(rasters.map(({ url }) => new URL(url.replace(/\{[zxy]\}/g, '0')).origin))]
}
