import { z } from 'zod'
import { ATTRIBUTES, type AttributeKey } from '~/core/attributes/definitions'
import { parseWanted, type WantedAttributes } from '~/core/attributes/wanted'
import { isCountable } from '~/core/units'
import { MATERIAL_TYPES } from '~/core/material-types'
import {
  communeCodeField,
  conditionField,
  dayField,
  eurosField,
  idField,
  materialField,
  quantityMilliField,
  textField,
  unitField,
} from '~/schema/fields'
import { readFilters, searchFields, settleFilters, type SearchFaults } from '~/schema/search-fields'
import { NEED_BUDGETS, type NeedSearchState } from './model/need-search-query'

/** Texts of what is asked of the material's sheet, by key; those of another sheet are left out. */
const wantedTexts = z.partialRecord(
  z.enum(Object.keys(ATTRIBUTES) as [AttributeKey, ...AttributeKey[]]),
  z.strictObject({
    value: z.union([z.string().max(100), z.array(z.string().max(100)).max(20)]).optional(),
    tolerance: z.string().max(100).optional(),
  }),
)

/** What a need asks for, the same when it is stated and when it is changed. */
const needFields = {
  intent: z.literal('state').optional(),
  material: materialField,
  attributes: wantedTexts.default({}),
  title: textField(120),
  description: textField(2000, 0).optional().default(''),
  quantity: quantityMilliField,
  unit: unitField,
  communeCode: communeCodeField,
  siteId: idField.optional(),
  neededFrom: dayField,
  neededUntil: dayField,
  radiusKm: z.coerce.number().int().min(1).max(60),
  minCondition: conditionField,
  budget: eurosField.optional(),
}
type NeedFields = z.output<z.ZodObject<typeof needFields>>

export const stateNeedSchema = z.strictObject({ id: idField, ...needFields }).transform(checkNeed)
export const changeNeedSchema = z.strictObject(needFields).transform(checkNeed)

/** Holds the answers against one another and reads the sheet; every fault is told at its field. */
function checkNeed<Need extends NeedFields>(
  need: Need,
  context: z.RefinementCtx,
): Omit<Need, 'attributes' | 'intent'> & { attributes: WantedAttributes } {
  const fault = (message: string, ...path: string[]) => context.addIssue({ code: 'custom', path, message })
  if (!isCountable(need.quantity, need.unit)) fault('whole-units', 'quantity')
  if (need.neededFrom >= need.neededUntil) fault('date_order', 'neededUntil')
  const sheet = parseWanted(need.material, need.attributes)
  if (!sheet.ok) for (const { key, code } of sheet.faults) fault(code, 'attributes', key, 'value')
  const { attributes: _texts, intent: _intent, ...rest } = need
  return { ...rest, attributes: sheet.ok ? sheet.values : {} }
}

const needSearchFields = { ...searchFields, budget: z.enum(NEED_BUDGETS, 'invalid_choice') }

/** Reads the address of a search for needs, however it is written; what cannot be read is told and asks for nothing. */
export function readNeedSearch(params: URLSearchParams): { search: NeedSearchState; faults: SearchFaults } {
  const { values, faults, page } = readFilters(params, needSearchFields)
  settleFilters(values, faults)
  return { search: { ...values, q: values.q ?? '', page }, faults }
}

/** A need being written: enough to count what fits, however the rest is filled in. */
export const needDraftSchema = z
  .object({
    material: materialField,
    quantity: quantityMilliField,
    unit: unitField,
    communeCode: communeCodeField,
    neededFrom: dayField,
    neededUntil: dayField,
    radiusKm: z.coerce.number().int().min(1).max(60),
    minCondition: conditionField,
    attributes: wantedTexts.default({}),
  })
  .refine((need) => need.neededFrom < need.neededUntil)
  .transform((need, context) => {
    const sheet = parseWanted(need.material, need.attributes)
    if (sheet.ok) return { ...need, attributes: sheet.values }
    context.addIssue({ code: 'custom', message: 'invalid_value' })
    return z.NEVER
  })

export const needStatusSchema = z.strictObject({ status: z.enum(['open', 'paused', 'closed']) })

/** The same from the list of one's needs. */
export const listedNeedStatusSchema = needStatusSchema.extend({ needId: idField })

/** What a link may fill in of a new need. */
export const newNeedSearchSchema = z.object({
  materiau: z.enum(MATERIAL_TYPES).optional().catch(undefined),
  commune: communeCodeField.optional().catch(undefined),
  rayon: searchFields.rayon.optional().catch(undefined),
  du: dayField.optional().catch(undefined),
  /** The last day, included. */
  au: dayField.optional().catch(undefined),
  quantite: quantityMilliField.optional().catch(undefined),
  unite: unitField.optional().catch(undefined),
  etat: z.enum(['1', '2', '3', '4', '5']).optional().catch(undefined),
  /** Words that were searched for: the title to begin with. */
  q: textField(100).optional().catch(undefined),
  chantier: idField.optional().catch(undefined),
  /** A need of one's own to begin from. */
  depuis: idField.optional().catch(undefined),
})
