import { z } from 'zod'
import { MATERIAL_TYPES } from '~/core/material-types'
import { parseMilli } from '~/core/units'
import {
  dayField,
  emailField,
  eurosField,
  idField,
  massOrNoneKgField,
  materialField,
  textField,
} from '~/schema/fields'
import { BEST_SCORE, CRITERION_IDS, TOTAL_WEIGHT, weightOf, type Criterion } from './model/criteria'
import { DECISIONS, DOSSIER_STATES } from './model/dossier'
import { TOPICS } from './model/fiche'
import { AUDIENCES, SEAT_ROLES } from './model/workshop'

const optionalText = (max: number) => textField(max, 0).optional().default('')
const countField = (least: number, most: number) =>
  z.string().transform((text, context) => {
    const milli = parseMilli(text)
    const value = milli === null ? NaN : milli / 1000
    const fault = !Number.isInteger(value)
      ? 'invalid_number'
      : value < least
        ? 'too_small'
        : value > most
          ? 'too_big'
          : null
    if (fault === null) return value
    context.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  })
const monthField = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'invalid_date')

/** A dossier as its form sends it: a draft may leave anything out; the command says what a submission lacks. */
export const dossierSchema = z
  .strictObject({
    id: idField,
    intent: z.enum(['save', 'submit']),
    aim: optionalText(3000),
    sites: optionalText(2000),
    referent: optionalText(120),
    referentEmail: emailField.optional(),
    elected: optionalText(120),
    startMonth: monthField.optional(),
    months: countField(1, 12).optional(),
    asked: eurosField.optional(),
    targetMassKg: massOrNoneKgField.optional(),
    targetRatePercent: countField(0, 100).optional(),
    targetSurveys: countField(0, 10_000).optional(),
    otherTarget: optionalText(500),
  })
  .transform(({ referentEmail, startMonth, months, asked, targetMassKg, ...rest }) => ({
    ...rest,
    referentEmail: referentEmail ?? '',
    startMonth: startMonth ?? null,
    months: months ?? null,
    askedCents: asked ?? null,
    targetMassG: targetMassKg ?? null,
    targetRatePercent: rest.targetRatePercent ?? null,
    targetSurveys: rest.targetSurveys ?? null,
  }))

const scoreField = z.enum(['0', '1', '2', '3', '4', '5']).transform(Number).pipe(z.number().max(BEST_SCORE))
const scoresField = z.strictObject(
  Object.fromEntries(CRITERION_IDS.map((id) => [id, scoreField.optional()])) as Record<
    (typeof CRITERION_IDS)[number],
    z.ZodOptional<typeof scoreField>
  >,
)

const reasonField = textField(1000, 10)

/** What is done on the page of a dossier. */
export const dossierActSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('withdraw') }),
  z.strictObject({
    intent: z.literal('review'),
    version: z.coerce.number().int(),
    score: scoresField.optional().default({}),
    comment: optionalText(2000),
  }),
  z.strictObject({
    intent: z.literal('decide'),
    decision: z.enum(DECISIONS),
    reason: reasonField,
    granted: eurosField.optional(),
  }),
  z.strictObject({ intent: z.literal('scale'), scaling: textField(2000, 20) }),
])

const criterionRow = z.strictObject({
  name: optionalText(80),
  text: optionalText(500),
  weight: countField(1, TOTAL_WEIGHT).optional(),
})

function criteriaOf(rows: Partial<Record<string, z.output<typeof criterionRow>>>): Criterion[] {
  const filled = CRITERION_IDS.flatMap((id) => rows[id] ?? []).filter(({ name }) => name !== '')
  return filled.map(({ name, text, weight = 0 }, index) => ({
    id: CRITERION_IDS[index] ?? 'c1',
    name,
    text,
    weight,
  }))
}

/** The criteria of a new version: names with weights that make a hundred; rows without a name are left out. */
const criteriaField = z
  .strictObject(
    Object.fromEntries(CRITERION_IDS.map((id) => [id, criterionRow.optional()])) as Record<
      (typeof CRITERION_IDS)[number],
      z.ZodOptional<typeof criterionRow>
    >,
  )
  .superRefine((rows, context) => {
    const criteria = criteriaOf(rows)
    const fault = (message: string) => context.addIssue({ code: 'custom', path: ['c1', 'name'], message })
    if (criteria.length === 0) fault('required')
    else if (weightOf(criteria) !== TOTAL_WEIGHT)
      context.addIssue({ code: 'custom', path: ['c1', 'weight'], message: 'criteria_total' })
  })
  .transform(criteriaOf)

/** What the team sets on its page of the programme. */
export const settingsSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('fund'), amount: eurosField }),
  z.strictObject({ intent: z.literal('add-reviewer'), email: emailField }),
  z.strictObject({ intent: z.literal('remove-reviewer'), userId: idField }),
])
export const criteriaSchema = z.strictObject({ criteria: criteriaField, reason: reasonField })

/** The filter of the list of dossiers; a bad one is no filter. */
export const dossierListSchema = z.object({
  etat: z.enum(DOSSIER_STATES).optional().catch(undefined),
})

/** What is done on the page of an experiment. */
export const experimentSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('start'), startedOn: dayField }),
  z
    .strictObject({
      intent: z.literal('budget'),
      id: idField,
      label: textField(200),
      planned: eurosField,
      committed: eurosField.optional(),
      spent: eurosField.optional(),
    })
    .transform(({ planned, committed, spent, ...line }) => ({
      ...line,
      plannedCents: planned,
      committedCents: committed ?? 0,
      spentCents: spent ?? 0,
    })),
  z.strictObject({ intent: z.literal('remove-budget'), id: idField }),
  z
    .strictObject({
      intent: z.literal('milestone'),
      id: idField,
      label: textField(200),
      dueOn: dayField,
      doneOn: dayField.optional(),
    })
    .transform(({ doneOn, ...milestone }) => ({ ...milestone, doneOn: doneOn ?? null })),
  z.strictObject({ intent: z.literal('remove-milestone'), id: idField }),
])

/** The end report, kept or sent. */
export const reportSchema = z.strictObject({
  intent: z.enum(['save', 'submit']),
  results: optionalText(4000),
  lessons: optionalText(4000),
  difficulties: optionalText(4000),
  sequel: optionalText(4000),
})

const hourField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'invalid_value')

/** A workshop as the team plans it. */
export const workshopSchema = z
  .strictObject({
    id: idField,
    title: textField(160),
    audience: z.enum(AUDIENCES),
    onDay: dayField,
    fromHour: hourField,
    untilHour: hourField,
    place: textField(300),
    programme: optionalText(3000),
    places: countField(1, 1000),
  })
  .superRefine(({ fromHour, untilHour }, context) => {
    if (untilHour <= fromHour)
      context.addIssue({ code: 'custom', path: ['untilHour'], message: 'date_order' })
  })

/** What is done on the page of a workshop. */
export const workshopActSchema = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('register'),
    id: idField,
    name: textField(120),
    email: emailField,
    role: z.enum(SEAT_ROLES),
  }),
  z.strictObject({ intent: z.literal('unregister'), id: idField }),
  z.strictObject({
    intent: z.literal('add-material'),
    id: idField,
    title: textField(160),
    url: z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'invalid_url' }).max(500),
  }),
  z.strictObject({ intent: z.literal('add-file'), id: idField, title: textField(160) }),
  z.strictObject({ intent: z.literal('remove-material'), id: idField }),
  z.strictObject({ intent: z.literal('cancel') }),
])

/** The attendance sheet: those who were there; the others were not. */
export const sheetSchema = z.strictObject({
  present: z.array(idField).max(1000).default([]),
})

/** A fiche of feedback or good practice. */
export const ficheSchema = z.strictObject({
  id: idField,
  title: textField(160, 5),
  body: textField(6000, 50),
  materials: z.array(materialField).max(MATERIAL_TYPES.length).default([]),
  topics: z.array(z.enum(TOPICS)).min(1).max(TOPICS.length),
})

/** What the team decides of a fiche that waits; a refusal says why. Hiding is a decision of moderation. */
export const ficheDecisionSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('publish') }),
  z.strictObject({ intent: z.literal('refuse'), reason: reasonField }),
])

/** The filters of the library; a bad one is no filter. */
export const librarySearchSchema = z.object({
  q: z.string().trim().max(100).catch(''),
  theme: z.enum(TOPICS).optional().catch(undefined),
  materiau: materialField.optional().catch(undefined),
})

/** A post of the club, or an answer to one. */
export const postSchema = z.strictObject({
  intent: z.literal('post'),
  id: idField,
  parentId: idField.optional(),
  text: textField(1000, 2),
})
