import { foldText } from '~/core/fold'

/** What a board adds up: one commune, an établissement public territorial, a département, or the whole Métropole. */
export type PerimeterKind = 'commune' | 'territory' | 'department' | 'metropole'

export type Perimeter = {
  kind: PerimeterKind
  /** How addresses name it: an INSEE code, «est-ensemble», «departement-93» or «metropole». */
  slug: string
  name: string
  /** INSEE codes, sorted. */
  communeCodes: string[]
  population: number
}

/** A commune as perimeters are made of them. */
export type Place = {
  code: string
  name: string
  departement: string
  eptName: string | null
  population: number
}

export const METROPOLE_SLUG = 'metropole'
const METROPOLE_NAME = 'Métropole du Grand Paris'

const DEPARTMENTS: Readonly<Record<string, string>> = {
  '75': 'Paris',
  '77': 'Seine-et-Marne',
  '78': 'Yvelines',
  '91': 'Essonne',
  '92': 'Hauts-de-Seine',
  '93': 'Seine-Saint-Denis',
  '94': 'Val-de-Marne',
  '95': 'Val-d’Oise',
}

/** Every perimeter that a board exists for: communes, then territories, départements, and the whole. */
export function perimetersOf(places: readonly Place[]): Perimeter[] {
  const communes = places.map((place) => perimeterOf('commune', place.code, place.name, [place]))
  const whole = perimeterOf('metropole', METROPOLE_SLUG, METROPOLE_NAME, places)
  return [
    ...communes,
    ...groups(places, ({ eptName }) => eptName).map(([name, members]) =>
      perimeterOf('territory', territorySlug(name), name, members),
    ),
    ...groups(places, ({ departement }) => departement).map(([number, members]) =>
      perimeterOf('department', `departement-${number}`, departmentName(number), members),
    ),
    whole,
  ]
}

/** How addresses name an établissement public territorial. */
export function territorySlug(name: string): string {
  return foldText(name).replaceAll(' ', '-')
}

/** The perimeter that an address names; null when there is none. */
export function findPerimeter(places: readonly Place[], slug: string): Perimeter | null {
  return perimetersOf(places).find((perimeter) => perimeter.slug === slug) ?? null
}

/** The perimeters that hold this one, the smallest first. */
export function perimetersAround(all: readonly Perimeter[], own: Perimeter): Perimeter[] {
  return all
    .filter(
      ({ slug, communeCodes }) =>
        slug !== own.slug &&
        communeCodes.length > own.communeCodes.length &&
        own.communeCodes.every((code) => communeCodes.includes(code)),
    )
    .sort((a, b) => a.communeCodes.length - b.communeCodes.length)
}

function departmentName(number: string): string {
  const name = DEPARTMENTS[number]
  return name ? `${name} (${number})` : number
}

function perimeterOf(kind: PerimeterKind, slug: string, name: string, members: readonly Place[]): Perimeter {
  return {
    kind,
    slug,
    name,
    communeCodes: members.map(({ code }) => code).sort(),
    population: members.reduce((sum, { population }) => sum + population, 0),
  }
}

function groups(places: readonly Place[], keyOf: (place: Place) => string | null): [string, Place[]][] {
  const found = new Map<string, Place[]>()
  for (const place of places) {
    const key = keyOf(place)
    if (key !== null) found.set(key, [...(found.get(key) ?? []), place])
  }
  return [...found].sort(([a], [b]) => a.localeCompare(b, 'fr'))
}
