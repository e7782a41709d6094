import { unitMass } from '~/core/material-masses'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { MILLI, UNITS, type Unit } from '~/core/units'
import { factorVersionOn } from '~/features/carbon/queries.server'
import type { CommuneRow } from '~/features/communes/queries.server'
import type { LotView } from '~/features/lots/model/lot'
import type { NeedView } from '~/features/needs/model/need'
import { renditionKey } from '~/features/photos/model/limits'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { translator } from '~/messages/catalogue'
import { common } from '~/messages/common'
import { materials } from '~/messages/materials'
import { env } from '~/platform/env.server'
import { withoutContacts } from './model/plain-text'
import type { MonthlyFigure } from './queries.server'
import type {
  CommuneRecord,
  FactorRecord,
  HandoverRecord,
  LotRecord,
  MaterialRecord,
  NeedRecord,
  UnitRecord,
} from './schema'

/** The communes by code: what places every record. */
export type Places = ReadonlyMap<string, CommuneRow>

/**
 * A lot as everyone may read and reuse it. Free texts lose the ways to reach a person; conditions of access and
 * provenance, which people fill with addresses, are on the page alone.
 */
export function lotRecord(lot: LotView, photos: readonly PhotoView[], places: Places): LotRecord {
  return {
    id: lot.id,
    reference: lot.reference,
    url: env().publicUrl + paths.lot(lot.id),
    title: withoutContacts(lot.title),
    description: withoutContacts(lot.description),
    material: lot.material,
    unit: lot.unit,
    quantity: lot.quantityMilli / MILLI,
    available: lot.availableMilli / MILLI,
    mass_kg: lot.massG === null ? null : lot.massG / 1000,
    mass_estimated: lot.massEstimated,
    condition: lot.condition,
    available_from: lot.availableFrom,
    leaves_on: lot.availableUntil,
    whole: lot.isWhole,
    min_take: lot.minTakeMilli === null ? null : lot.minTakeMilli / MILLI,
    unit_price_eur: lot.unitPriceCents / 100,
    hazards: lot.hazards,
    packaging: lot.packaging,
    volume_m3: lot.volumeL === null ? null : lot.volumeL / 1000,
    vehicle: lot.vehicle,
    removal: lot.removal,
    stored_until: lot.storageUntil,
    quantity_verified: lot.quantityVerified,
    ceding_right: lot.cedingRight,
    attributes: { ...lot.attributes },
    organisation: lot.organisationName,
    ...placeOf(lot.communeCode, places),
    photos: photos.map(
      ({ storageKey }) => env().publicUrl + paths.photoFile(renditionKey(storageKey, 960, 'jpg')),
    ),
    published_at: instantOf(lot.publishedAtMs),
    updated_at: instantOf(Math.max(lot.publishedAtMs, lot.updatedAtMs)),
  }
}

/** A need as everyone may read and reuse it. */
export function needRecord(need: NeedView, places: Places): NeedRecord {
  return {
    id: need.id,
    url: env().publicUrl + paths.need(need.id),
    title: withoutContacts(need.title),
    description: withoutContacts(need.description),
    material: need.material,
    unit: need.unit,
    quantity: need.quantityMilli / MILLI,
    still_wanted: need.openMilli / MILLI,
    needed_from: need.neededFrom,
    needed_until: need.neededUntil,
    radius_km: need.radiusKm,
    min_condition: need.minCondition,
    budget_unit_eur: need.budgetUnitCents === null ? null : need.budgetUnitCents / 100,
    attributes: wantedOf(need),
    organisation: need.organisationName,
    ...placeOf(need.communeCode, places),
    stated_at: instantOf(need.createdAtMs),
  }
}

function wantedOf({ attributes }: NeedView): NeedRecord['attributes'] {
  const wanted: NeedRecord['attributes'] = {}
  for (const [key, want] of Object.entries(attributes)) {
    if (want.kind === 'flag') wanted[key] = true
    else if (want.kind === 'choice') wanted[key] = { any_of: [...want.anyOf] }
    else wanted[key] = { value: want.value, tolerance: want.tolerance }
  }
  return wanted
}

/** What left a commune for reuse in a month, by material. */
export function handoverRecord(figure: MonthlyFigure, places: Places): HandoverRecord {
  return {
    ...placeOf(figure.communeCode, places),
    month: figure.month,
    material: figure.material,
    handovers: figure.handovers,
    handed_over_kg: figure.massG / 1000,
    claims: figure.claims,
    net_avoided_kg_co2e: figure.claims === 0 ? null : figure.netAvoidedGCo2e / 1000,
  }
}

export function communeRecord(commune: CommuneRow): CommuneRecord {
  return {
    commune_code: commune.code,
    commune_name: commune.name,
    lat: commune.lat,
    lon: commune.lon,
    department: commune.departement,
    territory_code: commune.eptCode,
    territory_name: commune.eptName,
    population: commune.population,
  }
}

/** Each material, once for each unit whose mass is published, or once without. */
export function materialRecords(): MaterialRecord[] {
  return MATERIAL_TYPES.flatMap((material): MaterialRecord[] => {
    const names = {
      material,
      name_fr: translator('fr', materials)(`type.${material}.name`),
      name_en: translator('en', materials)(`type.${material}.name`),
    }
    const known = UNITS.flatMap((unit) => {
      const mass = unitMass(material, unit)
      if (!mass || mass.source === 'exact') return []
      return [{ ...names, unit, kg_per_unit: mass.gPerUnit / 1000, mass_source: mass.source }]
    })
    return known.length > 0 ? known : [{ ...names, unit: null, kg_per_unit: null, mass_source: null }]
  })
}

/** Common codes of UN/ECE Recommendation 20, revision 17. */
export const UNCEFACT: Record<Unit, string> = {
  u: 'C62',
  ml: 'MTR',
  m2: 'MTK',
  m3: 'MTQ',
  kg: 'KGM',
  t: 'TNE',
}

export function unitRecords(): UnitRecord[] {
  return UNITS.map((unit) => ({
    unit,
    name_fr: translator('fr', common)(`unit.${unit}`),
    name_en: translator('en', common)(`unit.${unit}`),
    uncefact_code: UNCEFACT[unit],
  }))
}

/** The factors in force today, each with its own source. */
export async function factorRecords(): Promise<FactorRecord[]> {
  const { version, rows } = await factorVersionOn()
  return rows.map((row) => ({
    material: row.material,
    kg_co2e_per_kg: row.kgCo2ePerKg,
    reconditioning_kg_co2e_per_kg: row.reconditioningKgCo2ePerKg,
    source: row.source,
    source_row: row.sourceRow,
    source_year: row.year,
    source_licence: row.licence,
    factor_version: version,
  }))
}

function placeOf(code: string, places: Places) {
  const commune = places.get(code)
  if (!commune) throw new Error(`No commune ${code}`)
  return { commune_code: code, commune_name: commune.name, lat: commune.lat, lon: commune.lon }
}

function instantOf(ms: number): string {
  return new Date(ms).toISOString()
}
