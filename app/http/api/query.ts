import { z } from 'zod'
import { MATERIAL_FAMILIES } from '~/core/material-families'
import { MATERIAL_TYPES } from '~/core/material-types'
import { HAZARD_LIMITS, TRIP_NAMES } from '~/core/trips'
import { UNITS } from '~/core/units'

/** Rows of one answer: as few as asked for, never more than this. */
export const MOST_ROWS = 100
const USUAL_ROWS = 20

const page = {
  limit: z.int().min(1).max(MOST_ROWS).default(USUAL_ROWS),
  cursor: z.string().min(1).max(400).optional(),
}

/** The filters that the searches of lots and of needs share. */
const shared = {
  q: z.string().max(100, 'too_long').optional(),
  material: z.enum(MATERIAL_TYPES).optional(),
  commune: z
    .string()
    .regex(/^\d{5}$/, 'invalid_choice')
    .optional(),
  radius_km: z.int().min(1).max(60).optional(),
  from: z.iso.date('invalid_date').optional(),
  until: z.iso.date('invalid_date').optional(),
  quantity: z.number().min(0).optional(),
  unit: z.enum(UNITS).optional(),
}

export const SORTS = { newest: 'recents', leaving: 'depart', nearest: 'proches' } as const
export const BUDGETS = { stated: 'indique', free: 'gratuit' } as const

export const lotsQuery = z.strictObject({
  ...shared,
  family: z.enum(MATERIAL_FAMILIES).optional(),
  available_now: z.boolean().optional(),
  min_condition: z.int().min(1).max(5).optional(),
  gift: z.boolean().optional(),
  /** Euros a unit. */
  max_price: z.number().min(0).optional(),
  trip: z.enum(TRIP_NAMES).optional(),
  hazards: z.enum(HAZARD_LIMITS).optional(),
  photo: z.boolean().optional(),
  /** What the material's sheet must say, by attribute: `attributes[width]=830`, several choices by commas. */
  attributes: z.record(z.string(), z.string().max(100, 'too_long')).optional(),
  /** Around a number, in its own unit; without it, the usual tolerance of the attribute. */
  tolerances: z.record(z.string(), z.string().max(100, 'too_long')).optional(),
  sort: z.enum(['newest', 'leaving', 'nearest']).default('newest'),
  ...page,
})
export type LotsQuery = z.output<typeof lotsQuery>

export const needsQuery = z.strictObject({
  ...shared,
  budget: z.enum(['stated', 'free']).optional(),
  ...page,
})
export type NeedsQuery = z.output<typeof needsQuery>

export const figuresQuery = z.strictObject({ year: z.int().min(2000).max(2100).optional() })
export const noQuery = z.strictObject({})

/** A filter by the name that the search page's address gives it: `radius_km` → `rayon`. */
export const PAGE_NAMES = {
  q: 'q',
  material: 'materiau',
  commune: 'commune',
  radius_km: 'rayon',
  from: 'du',
  until: 'au',
  quantity: 'quantite',
  unit: 'unite',
  family: 'famille',
  available_now: 'dispo',
  min_condition: 'etat',
  gift: 'don',
  max_price: 'prix',
  trip: 'trajet',
  hazards: 'dangers',
  photo: 'photo',
  sort: 'tri',
  budget: 'budget',
} as const
