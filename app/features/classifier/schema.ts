import { z } from 'zod'
import { MATERIAL_TYPES } from '~/core/material-types'
import { quantityMilliField, textField } from '~/schema/fields'
import type { EnergySettings } from './model/energy'
import type { HeadDescription, ModelCard } from './model/model-card'

const share = z.number().min(0).max(1)
const count = z.number().int().nonnegative()
const dataCount = z.object({ photos: count, sources: count })
const verdictMetrics = z.object({ share, precision: share })

const confusion = z
  .object({ labels: z.array(z.string().min(1)), counts: z.array(z.array(count)) })
  .refine(
    ({ labels, counts }) =>
      counts.length === labels.length && counts.every((row) => row.length === labels.length),
    'one row and one column for each label',
  )

const headDescriptionShape = {
  name: z.string().min(1),
  labels: z.array(z.string().min(1)).min(2),
  unknownLabels: z.array(z.string().min(1)),
  temperature: z.number().positive(),
  thresholds: z.object({
    sure: share,
    likely: share,
    notMaterial: share,
    hint: share,
    sureByMaterial: z.partialRecord(z.enum(MATERIAL_TYPES), share).optional(),
  }),
  metrics: z.object({
    protocol: z.string(),
    photos: count,
    sources: count,
    top1: share,
    top3: share,
    macroF1: share,
    ece: share,
    coverageAt90: share,
    sure: verdictMetrics,
    likely: verdictMetrics,
    missedMaterials: share,
    outOfScope: z.object({ photos: count, sure: share, likely: share }),
    perLabel: z.record(z.string(), z.object({ photos: count, recall: share, precision: share, f1: share })),
  }),
  trainingData: z.object({
    note: z.string(),
    byKind: z.record(z.string(), dataCount),
    byLabel: z.record(z.string(), dataCount),
  }),
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
  confusion: confusion.optional(),
  calibrationBins: z
    .array(z.object({ from: share, until: share, photos: count, confidence: share, right: share }))
    .optional(),
  baseline: z
    .object({
      protocol: z.string(),
      photos: count,
      mostFrequent: z.object({ label: z.string(), top1: share }),
      fixedList: z.object({ labels: z.array(z.string()), top3: share }),
      handMade: z.object({
        description: z.string(),
        numbers: count,
        top1: share,
        top3: share,
        cpuMsPerPhoto: z.number().nonnegative(),
      }),
    })
    .optional(),
  energy: z
    .object({
      cpuSeconds: z.number().nonnegative(),
      photos: count,
      processor: z.string(),
      threads: z.number().int().positive(),
    })
    .optional(),
}

/** The description of a trained head, without its weights. */
export const headDescriptionSchema = z.object(headDescriptionShape) satisfies z.ZodType<HeadDescription>

/** `model-card.json` of a model folder. */
export const modelCardSchema = z.object({
  ...headDescriptionShape,
  kind: z.enum(['head', 'zero-shot']).default('head'),
  metrics: headDescriptionShape.metrics.nullable(),
  trainingData: headDescriptionShape.trainingData.nullable(),
  frame: z
    .object({ sidePx: z.number().int().positive(), fit: z.enum(['squash', 'middle']) })
    .nullable()
    .default(null),
  version: z.string().regex(/^[0-9a-f]{12}$/),
  inputsHash: z.string().regex(/^[0-9a-f]{64}$/),
  embeddingSize: count.optional(),
  sizeBytes: count,
  sources: z.array(
    z.object({
      role: z.string(),
      name: z.string(),
      version: z.string(),
      url: z.string(),
      licence: z.string().nullable(),
    }),
  ),
  limits: z.array(z.string()),
}) satisfies z.ZodType<ModelCard>

const sourced = z.object({ value: z.number().positive(), source: z.string().min(1), year: z.number().int() })

/** The value kept under the classifier's key of the settings. */
export const classifierSettingsSchema = z.object({
  isOn: z.boolean(),
  energy: z.object({
    wattsPerThread: sourced,
    pue: sourced,
    gramsPerKwh: sourced,
  }) satisfies z.ZodType<EnergySettings>,
})

const figureField = quantityMilliField.transform((milli) => milli / 1000)
const yearField = z
  .string()
  .regex(/^(19|20)\d\d$/, 'invalid_number')
  .transform(Number)

/** The form of the Métropole's team: the switch, and each figure of the energy with its source and year. */
export const classifierSettingsFormSchema = z.strictObject({
  isOn: z.enum(['yes', 'no']),
  watts: figureField,
  wattsSource: textField(300),
  wattsYear: yearField,
  pue: figureField.refine((value) => value >= 1, 'invalid_number'),
  pueSource: textField(300),
  pueYear: yearField,
  grams: figureField,
  gramsSource: textField(300),
  gramsYear: yearField,
})
