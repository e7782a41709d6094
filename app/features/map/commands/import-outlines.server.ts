import { nowMs } from '~/core/clock'
import { listCommunes } from '~/features/communes/queries.server'
import { outlineGeoJson, readOutlineData } from '../model/outlines'
import { writeOutlines } from '../outline-file.server'

/** Larger files are of more than the Métropole, or need simplifying before a phone can draw them. */
const MOST_BYTES = 60_000_000

export type OutlineImport = {
  text: string
  /** Whose the outlines are, shown beneath each map. */
  source: string
  /** The property that holds the INSEE code, where it is none of the usual ones. */
  property?: string
}

/**
 * Keeps the communes' outlines of a GeoJSON or TopoJSON file in the data folder, in place of earlier ones.
 * @returns how many communes have one, which have none, and how many features were left out
 * @throws Error with a sentence, when the file cannot be read or holds none of the communes; earlier outlines stay
 */
export async function importOutlines({ text, source, property }: OutlineImport) {
  if (Buffer.byteLength(text) > MOST_BYTES) throw new Error('The file is over 60 MB: simplify it first.')
  const communes = await listCommunes()
  const known = new Set(communes.map(({ code }) => code))
  const { outlines, missing, foreign } = readOutlineData(parsed(text), known, property)
  if (outlines.length === 0) {
    throw new Error(
      'The file holds no commune of the Métropole. Name the property of its INSEE codes: --property NAME.',
    )
  }
  const geojson = outlineGeoJson(outlines)
  await writeOutlines(geojson, { source, importedAtMs: nowMs(), communes: outlines.length })
  return {
    communes: outlines.length,
    missing: communes.filter(({ code }) => missing.includes(code)).map(({ name }) => name),
    foreign,
    bytes: Buffer.byteLength(geojson),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('The file is not JSON.')
  }
}
