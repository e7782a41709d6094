import { z } from 'zod'
import { CEDING_RIGHTS, HAZARDS, PACKAGINGS, REMOVALS, VEHICLES } from '~/core/lot-terms'
import { MATERIAL_TYPES } from '~/core/material-types'
import { UNITS } from '~/core/units'

/*
 * The records that are published as open data, the same in downloads and in the public interface. What each field
 * means is in the catalogue `openDataFields`, by the name of the field; `x-unit` says in what it is counted.
 */
const counted = (unit: string) => ({ 'x-unit': unit })
const day = z.iso.date()
const instant = z.iso.datetime()
const month = z.string().regex(/^\d{4}-\d{2}$/)
const material = z.enum(MATERIAL_TYPES)
const quantity = z.number().min(0).meta(counted('unit'))
const mass = z.number().meta(counted('kg'))
const euros = z.number().min(0).meta(counted('EUR'))
const grade = z.int().min(1).max(5)
const share = z.number().min(0)

const place = {
  commune_code: z.string().regex(/^\d{5}$/),
  commune_name: z.string(),
  lat: z.number().min(-90).max(90).meta(counted('deg')),
  lon: z.number().min(-180).max(180).meta(counted('deg')),
}

export const lotRecordSchema = z.strictObject({
  id: z.uuid(),
  reference: z.string(),
  url: z.url(),
  title: z.string(),
  description: z.string(),
  material,
  unit: z.enum(UNITS),
  quantity,
  available: quantity,
  mass_kg: mass.nullable(),
  mass_estimated: z.boolean(),
  condition: grade,
  available_from: day,
  leaves_on: day,
  whole: z.boolean(),
  min_take: quantity.nullable(),
  unit_price_eur: euros,
  hazards: z.array(z.enum(HAZARDS)),
  packaging: z.enum(PACKAGINGS).nullable(),
  volume_m3: z.number().nullable().meta(counted('m3')),
  vehicle: z.enum(VEHICLES).nullable(),
  removal: z.enum(REMOVALS).nullable(),
  stored_until: day.nullable(),
  quantity_verified: z.boolean(),
  ceding_right: z.enum(CEDING_RIGHTS),
  attributes: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  organisation: z.string(),
  ...place,
  photos: z.array(z.url()),
  published_at: instant,
  updated_at: instant,
})
export type LotRecord = z.output<typeof lotRecordSchema>

const wanted = z.union([
  z.strictObject({ value: z.number(), tolerance: z.number() }),
  z.strictObject({ any_of: z.array(z.string()) }),
  z.literal(true),
])

export const needRecordSchema = z.strictObject({
  id: z.uuid(),
  url: z.url(),
  title: z.string(),
  description: z.string(),
  material,
  unit: z.enum(UNITS),
  quantity,
  still_wanted: quantity,
  needed_from: day,
  needed_until: day,
  radius_km: z.int().min(1).max(100).meta(counted('km')),
  min_condition: grade,
  budget_unit_eur: euros.nullable(),
  attributes: z.record(z.string(), wanted),
  organisation: z.string(),
  ...place,
  stated_at: instant,
})
export type NeedRecord = z.output<typeof needRecordSchema>

export const handoverRecordSchema = z.strictObject({
  ...place,
  month,
  material,
  handovers: z.int().min(1),
  handed_over_kg: mass,
  claims: z.int().min(0),
  net_avoided_kg_co2e: z.number().nullable().meta(counted('kgCO2e')),
})
export type HandoverRecord = z.output<typeof handoverRecordSchema>

export const communeRecordSchema = z.strictObject({
  ...place,
  department: z.string(),
  territory_code: z.string().nullable(),
  territory_name: z.string().nullable(),
  population: z.int().min(0),
})
export type CommuneRecord = z.output<typeof communeRecordSchema>

export const materialRecordSchema = z.strictObject({
  material,
  name_fr: z.string(),
  name_en: z.string(),
  unit: z.enum(UNITS).nullable(),
  kg_per_unit: z.number().nullable().meta(counted('kg')),
  mass_source: z.string().nullable(),
})
export type MaterialRecord = z.output<typeof materialRecordSchema>

export const unitRecordSchema = z.strictObject({
  unit: z.enum(UNITS),
  name_fr: z.string(),
  name_en: z.string(),
  uncefact_code: z.string(),
})
export type UnitRecord = z.output<typeof unitRecordSchema>

export const factorRecordSchema = z.strictObject({
  material,
  kg_co2e_per_kg: z.number().meta(counted('kgCO2e/kg')),
  reconditioning_kg_co2e_per_kg: z.number().meta(counted('kgCO2e/kg')),
  source: z.string(),
  source_row: z.string(),
  source_year: z.int(),
  source_licence: z.string(),
  factor_version: z.string(),
})
export type FactorRecord = z.output<typeof factorRecordSchema>

/** A numerator that only withheld handovers make is null; one that lacks some of them is not `complete`. */
const rate = z.strictObject({
  rate: share.nullable(),
  numerator_kg: mass.nullable(),
  denominator_kg: mass,
  complete: z.boolean(),
})

/** A commune's year as its public page shows it: the rate with what it is made of, and each month by material. */
export const communeFiguresSchema = z.strictObject({
  commune_code: place.commune_code,
  commune_name: place.commune_name,
  year: z.int(),
  local_reuse: rate,
  realisation: rate,
  outside_kg: mass.nullable(),
  outside_complete: z.boolean(),
  months: z.array(handoverRecordSchema),
})
export type CommuneFigures = z.output<typeof communeFiguresSchema>
