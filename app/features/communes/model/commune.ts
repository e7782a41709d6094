import type { GeoPoint } from '~/core/geo-point'

/** A cell of the tile map: column grows to the east, row to the south, both from 0. */
export type Tile = { column: number; row: number }

/** An établissement public territorial: the intercommunal level between a commune and the Métropole. */
export type Ept = { code: string; name: string }

/** A commune of the Métropole du Grand Paris, as `db/reference/communes.json` holds it. */
export type Commune = {
  /** INSEE code, five characters. */
  code: string
  name: string
  /** Names of communes merged into this one, for people who still search by them. */
  formerNames: string[]
  /** Department number, as in the INSEE code. */
  department: string
  /** Null in Paris, which belongs to none. */
  ept: Ept | null
  /** Municipal population, one census year for all communes. */
  population: number
  postcodes: string[]
  /** A point of the centre of town. It is no boundary: the nearest point is often another commune's. */
  point: GeoPoint
  tile: Tile
}

export const PARIS_CODE = '75056'

/** Communes that no longer exist under their own code: Pierrefitte-sur-Seine joined Saint-Denis in 2025. */
const MERGED: Readonly<Record<string, string>> = { '93059': '93066' }

/**
 * The INSEE code a commune is known by here: former communes follow their merger, and the twenty Paris
 * arrondissements (75101–75120), which address services answer, become Paris. Other codes come back unchanged.
 */
export function canonicalCommuneCode(code: string): string {
  if (/^751(0[1-9]|1\d|20)$/.test(code)) return PARIS_CODE
  return MERGED[code] ?? code
}

/** The commune of an INSEE code, former codes included; null outside the Métropole. */
export function findCommune(communes: readonly Commune[], code: string): Commune | null {
  const canonical = canonicalCommuneCode(code.trim())
  return communes.find((commune) => commune.code === canonical) ?? null
}

/** Name with its department number, which tells apart the homonyms of France: «Montreuil (93)». */
export function communeLabel(commune: Pick<Commune, 'name' | 'department'>): string {
  return `${commune.name} (${commune.department})`
}

/**
 * The communes that share a postcode, most populous first; empty outside the Métropole.
 * A postcode can serve several communes, so the person chooses among the candidates.
 */
export function postcodeToCommunes(communes: readonly Commune[], postcode: string): Commune[] {
  const wanted = postcode.replace(/\s/g, '')
  return communes
    .filter((commune) => commune.postcodes.includes(wanted))
    .sort((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1))
}

/** The arrondissement (1–20) of a Paris postcode, 75116 being the north of the 16th; null elsewhere. */
export function parisArrondissement(postcode: string): number | null {
  const match = /^75(0|1)(\d\d)$/.exec(postcode.replace(/\s/g, ''))
  if (!match) return null
  const number = Number(match[2])
  if (match[1] === '1') return number === 16 ? 16 : null
  return number >= 1 && number <= 20 ? number : null
}
