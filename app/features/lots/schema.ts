import { z } from 'zod'
import { addDays } from '~/core/days'
import { ATTRIBUTES, type AttributeKey } from '~/core/attributes/definitions'
import { attributeParam, wantedIn, wantedTextsIn } from '~/core/attributes/params'
import { parseAttributes, type AttributeValues } from '~/core/attributes/values'
import type { WantedTexts } from '~/core/attributes/wanted'
import {
  CEDING_RIGHTS,
  HAZARDS,
  PACKAGINGS,
  PROHIBITED_HAZARDS,
  REMOVALS,
  SPLITTINGS,
  TERRITORIES,
  VEHICLES,
  type Hazard,
} from '~/core/lot-terms'
import { isCountable } from '~/core/units'
import { MATERIAL_FAMILIES } from '~/core/material-families'
import { MATERIAL_TYPES } from '~/core/material-types'
import { HAZARD_LIMITS, TRIP_NAMES } from '~/core/trips'
import {
  conditionField,
  dayField,
  eurosField,
  idField,
  massKgField,
  materialField,
  quantityMilliField,
  textField,
  unitField,
} from '~/schema/fields'
import {
  readFilters,
  searchFields,
  settleFilters,
  tickedField,
  type SearchFaults,
} from '~/schema/search-fields'
import { MAX_ATTACHMENTS_PER_LOT } from '~/features/attachments/model/attachment'
import { MAX_PHOTOS_PER_LOT } from '~/features/photos/model/limits'
import { LOT_SORTINGS, type LotSearchState } from './model/lot-search-query'
import { faultsOfWording } from './model/prohibited-wordings'
import { SHARE_DAYS } from './model/share'
import { NO_HAZARD } from './model/posting-answers'

const attributeTexts = z.partialRecord(
  z.enum(Object.keys(ATTRIBUTES) as [AttributeKey, ...AttributeKey[]]),
  z.string().max(100),
)

/** What a giver says of a lot, the same when it is published and when it is edited. */
const lotFields = {
  siteId: idField,
  photoIds: z.array(idField).min(1, 'photo-required').max(MAX_PHOTOS_PER_LOT),
  attachmentIds: z.array(idField).max(MAX_ATTACHMENTS_PER_LOT, 'document-limit').default([]),
  material: materialField,
  /** Texts of the material's sheet by key; those of another sheet are left out. */
  attributes: attributeTexts.default({}),
  /** Left empty, the lot takes the name of its material. */
  title: textField(120).optional(),
  description: textField(2000, 0).optional().default(''),
  quantity: quantityMilliField,
  unit: unitField,
  splitting: z.enum(SPLITTINGS).default('parts'),
  /** The least that one taker may take of a lot that is split. */
  minTake: quantityMilliField.optional(),
  quantityBasis: z.enum(['estimated', 'verified']).default('estimated'),
  massKg: massKgField.optional(),
  condition: conditionField,
  /** Declared one by one, or «none known»: no answer is no declaration. */
  hazards: z.array(z.enum([NO_HAZARD, ...HAZARDS])).min(1, 'hazards_required'),
  availableFrom: dayField,
  availableUntil: dayField,
  /** Typed as the last day of storage, kept as the day after. */
  storageUntil: dayField.transform((day) => addDays(day, 1)).optional(),
  unitPrice: eurosField.optional(),
  packaging: z.enum(PACKAGINGS).optional(),
  /** Cubic metres as typed, litres once parsed. */
  volumeM3: quantityMilliField.optional(),
  vehicle: z.enum(VEHICLES).optional(),
  access: textField(500, 0).optional().default(''),
  removal: z.enum(REMOVALS).optional(),
  provenance: textField(500, 0).optional().default(''),
  /** Choosing by what right the lot is ceded declares that the organisation has it. */
  cedingRight: z.enum(CEDING_RIGHTS, 'ceding_right_required'),
  visibility: z.enum(['public', 'staged']).default('public'),
  territory: z.enum(TERRITORIES).optional(),
  territoryFrom: dayField.optional(),
  publicFrom: dayField.optional(),
}
type LotFields = z.output<z.ZodObject<typeof lotFields>>

export const publishLotSchema = z
  .strictObject({
    intent: z.literal('publish').optional(),
    id: idField,
    /** The line of the site's inventory that it comes from; one of another site is left out. */
    inventoryLineId: idField.optional(),
    /** The material the model suggested when the person confirmed, if any. */
    suggested: z.enum(MATERIAL_TYPES).optional(),
    ...lotFields,
  })
  .superRefine(checkLot)
  .transform(readSheet)

/** The same answers for a lot already published; `seen` is the instant of its last change when the form was opened. */
export const changeLotSchema = z
  .strictObject({
    intent: z.literal('save').optional(),
    seen: z.coerce.number().int(),
    suggested: z.enum(MATERIAL_TYPES).optional(),
    ...lotFields,
  })
  .superRefine(checkLot)
  .transform(readSheet)

function checkLot(lot: LotFields, context: z.RefinementCtx): void {
  const fault = (message: string, ...path: string[]) => context.addIssue({ code: 'custom', message, path })
  if (!isCountable(lot.quantity, lot.unit)) fault('whole-units', 'quantity')
  checkMinTake(lot, fault)
  if (lot.availableFrom >= lot.availableUntil) fault('date_order', 'availableUntil')
  if (lot.storageUntil && lot.storageUntil <= lot.availableUntil) fault('storage_order', 'storageUntil')
  if (PROHIBITED_HAZARDS.some((hazard) => lot.hazards.includes(hazard))) fault('asbestos', 'hazards')
  else if (lot.hazards.includes(NO_HAZARD) && lot.hazards.length > 1) fault('hazard_or_none', 'hazards')
  checkWording(lot, fault)
  checkStages(lot, fault)
  const sheet = parseAttributes(lot.material, definedTexts(lot.attributes))
  if (!sheet.ok) for (const { key, code } of sheet.faults) fault(code, 'attributes', key)
}

/** What the words offer that may not be offered, or not before a danger is declared: said at the words themselves. */
function checkWording(lot: LotFields, fault: (message: string, path: string) => void): void {
  for (const field of ['title', 'description', 'provenance'] as const) {
    for (const code of faultsOfWording(lot[field] ?? '', lot.hazards)) fault(code, field)
  }
}

function checkMinTake(lot: LotFields, fault: (message: string, path: string) => void): void {
  if (lot.splitting === 'whole' || lot.minTake === undefined) return
  if (!isCountable(lot.minTake, lot.unit)) fault('whole-units', 'minTake')
  else if (lot.minTake > lot.quantity) fault('more_than_lot', 'minTake')
}

function checkStages(lot: LotFields, fault: (message: string, path: string) => void): void {
  if (lot.visibility === 'public') return
  if (!lot.publicFrom) return fault('required', 'publicFrom')
  if (lot.publicFrom >= lot.availableUntil) fault('stage_too_late', 'publicFrom')
  if (!lot.territory) return
  if (!lot.territoryFrom) return fault('required', 'territoryFrom')
  if (lot.territoryFrom >= lot.publicFrom) fault('stage_order', 'territoryFrom')
}

/** The lot with the values of its sheet and its hazards; `checkLot` has refused what does not parse. */
function readSheet<Lot extends LotFields>(lot: Lot): Omit<Lot, keyof Read> & Read {
  const sheet = parseAttributes(lot.material, definedTexts(lot.attributes))
  return {
    ...lot,
    attributes: sheet.ok ? sheet.values : {},
    hazards: lot.hazards.filter((hazard) => hazard !== NO_HAZARD),
  }
}
type Read = { attributes: AttributeValues; hazards: Hazard[] }

function definedTexts(texts: Partial<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text ?? '']))
}

export type LotOrder = Omit<
  z.output<typeof publishLotSchema>,
  'intent' | 'id' | 'suggested' | 'inventoryLineId'
>

/** What the giver of a lot may do with it once published. */
export const lotStatusSchema = z.strictObject({ status: z.enum(['published', 'paused', 'withdrawn']) })

/** What the address of a search for lots may ask, its sheet aside. */
export const lotSearchFields = {
  ...searchFields,
  famille: z.enum(MATERIAL_FAMILIES, 'invalid_choice'),
  dispo: tickedField,
  etat: z.enum(['1', '2', '3', '4', '5'], 'invalid_choice').transform(Number),
  don: tickedField,
  /** The most that one unit may cost: euros as typed, cents once parsed. */
  prix: eurosField,
  trajet: z.enum(TRIP_NAMES, 'invalid_choice'),
  dangers: z.enum(HAZARD_LIMITS, 'invalid_choice'),
  photo: tickedField,
  tri: z.enum(LOT_SORTINGS).optional().catch(undefined),
}

/** A search as its address asks for it, and what of the address could not be read and asks for nothing. */
export const shareLotSchema = z.object({
  intent: z.literal('create'),
  id: idField,
  days: z
    .enum(SHARE_DAYS.map(String) as [string, ...string[]])
    .transform((days) => SHARE_DAYS.find((one) => String(one) === days) ?? SHARE_DAYS[0]),
})
export const revokeShareSchema = z.object({ intent: z.literal('revoke'), id: idField })

export type LotSearchRead = {
  search: LotSearchState
  faults: SearchFaults
  /** What is asked of the material's sheet, as typed. */
  sheet: Record<string, WantedTexts>
}

/** Reads the address of a search for lots, however it is written. */
export function readLotSearch(params: URLSearchParams): LotSearchRead {
  const { values, faults, page } = readFilters(params, lotSearchFields)
  settleFilters(values, faults)
  const { materiau } = values
  const sheet = materiau ? wantedIn(materiau, params) : null
  for (const { key, code } of sheet?.faults ?? []) faults[attributeParam(key)] = code
  return {
    search: { ...values, q: values.q ?? '', attributs: sheet?.wanted ?? {}, page },
    faults,
    sheet: materiau ? wantedTextsIn(materiau, params) : {},
  }
}

/** What the page of a lot's line posts: to join it, or to leave it. */
export const waitingActionSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('join'), id: idField, quantity: quantityMilliField }),
  z.strictObject({ intent: z.literal('leave'), waiterId: idField }),
])

/** What has just been done there, said once. */
export const waitingDoneSchema = z.object({
  fait: z.enum(['joined', 'left']).nullable().catch(null).default(null),
})
