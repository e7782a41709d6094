import { useForm, type SubmissionResult } from '@conform-to/react'
import { attributeFieldId } from '~/ui/attributes/attribute-fields'
import { summaryOf, type SummaryError } from '~/ui/error-summary'
import { nestAnswers, type PostingAnswers } from '../model/posting-answers'
import { EMPTY_ANSWERS, type PostingFields } from './posting-defaults'
import type { SheetAnswers } from './posting-sheet'

/** The posting form as conform holds it: its fields, its attribute sheet, and what is to be corrected, in page order. */
export function usePostingForm(
  result: SubmissionResult<string[]> | undefined,
  start: { defaults: { id: string; siteId: string; today: string }; answers: PostingAnswers },
) {
  const { id, siteId, today } = start.defaults
  const [form, fields] = useForm({
    id: 'publish-lot',
    lastResult: result,
    defaultValue: {
      ...EMPTY_ANSWERS,
      siteId,
      availableFrom: today,
      attributes: NO_TEXTS,
      ...nestAnswers(start.answers),
      id,
    },
  })
  const ids = {
    photos: `${form.id}-photos`,
    sheet: `${form.id}-sheet`,
    documents: `${form.id}-documents`,
  }
  const sheet: SheetAnswers = { initial: textsOf(fields.attributes.initialValue), errors: {} }
  for (const [name, errors] of Object.entries(form.allErrors)) {
    if (name.startsWith('attributes.')) sheet.errors[name.slice('attributes.'.length)] = errors
  }
  return { form, fields: fields as PostingFields, sheet, ids, summary: summarise(form, fields, sheet, ids) }
}
const NO_TEXTS: Record<string, string> = {}

function summarise(
  form: { errors?: string[] },
  fields: PostingFields,
  sheet: SheetAnswers,
  ids: { photos: string; sheet: string; documents: string },
): SummaryError[] {
  const at = (fieldId: string, errors: readonly string[] = []) =>
    errors.map((message) => ({ fieldId, message }))
  return [
    ...at(ids.photos, fields.photoIds.errors),
    ...summaryOf([form, fields.material, fields.title, fields.quantity, fields.unit, fields.quantityBasis]),
    ...summaryOf([fields.massKg]),
    ...Object.entries(sheet.errors).flatMap(([key, errors]) => at(attributeFieldId(ids.sheet, key), errors)),
    ...summaryOf([fields.siteId, fields.availableFrom, fields.availableUntil, fields.condition]),
    ...summaryOf([fields.hazards, fields.unitPrice, fields.description, fields.cedingRight]),
    ...summaryOf([fields.packaging, fields.volumeM3, fields.vehicle, fields.storageUntil, fields.access]),
    ...summaryOf([fields.removal, fields.provenance]),
    ...summaryOf([fields.splitting, fields.minTake]),
    ...at(ids.documents, fields.attachmentIds.errors),
    ...summaryOf([fields.visibility, fields.territory, fields.territoryFrom, fields.publicFrom]),
  ]
}

/** The answers that follow from one another, as the form starts with them. */
export function givenAnswers(fields: PostingFields) {
  return {
    siteId: fields.siteId.initialValue || undefined,
    material: fields.material.initialValue || undefined,
    title: fields.title.initialValue || undefined,
    quantity: fields.quantity.initialValue || undefined,
    unit: fields.unit.initialValue || undefined,
    until: fields.availableUntil.initialValue || undefined,
  }
}

function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
  )
}
