import { z } from 'zod'
import { MATERIAL_TYPES } from '~/core/material-types'
import { MODEL_FAULTS } from './model/model-fault'
import { classifierSettingsSchema, modelCardSchema } from './schema'

const energy = z.object({
  cpuMs: z.number().describe('Processor time, ms; an upper bound'),
  wh: z.number().describe('Energy, watt-hours'),
  gCo2e: z.number().describe('Emissions, grams of CO2 equivalent'),
})
/** The card as it is served: the model may also be one that an operator chose, measured here or not. */
const servedCard = modelCardSchema.extend({
  kind: z.enum(['head', 'zero-shot']),
  frame: z.object({ sidePx: z.int(), fit: z.enum(['squash', 'middle']) }).nullable(),
  metrics: modelCardSchema.shape.metrics.nullable(),
  trainingData: modelCardSchema.shape.trainingData.nullable(),
})
const onOff = z.enum(['on', 'off'])

/** What the public page says of the classifier, for machines. Shares and probabilities go from 0 to 1. */
export const registerSchema = z.object({
  format: z.literal('gisement-ai-register/1'),
  at: z.iso.datetime().describe('When this was read'),
  purpose: z.string(),
  decision: z.string().describe('What part it has in decisions, and who decides'),
  inService: z.boolean().describe('Whether photos are analysed here now'),
  unavailable: z
    .enum(MODEL_FAULTS)
    .nullable()
    .describe('Why there is no model to analyse them; null with one'),
  switches: z.object({
    environment: onOff.describe('CLASSIFIER, set by the operator'),
    setting: onOff.describe('Set by the team of the Métropole'),
    organisationsOff: z.int().describe('Organisations whose photos are not analysed, at their wish'),
  }),
  model: servedCard.nullable().describe('Card of the model in use; null without a model'),
  unknownMaterials: z.array(z.enum(MATERIAL_TYPES)).describe('Types of materials that the model cannot name'),
  hardware: z.object({
    processor: z.string(),
    threads: z.int(),
    graphicsCard: z.literal(false),
  }),
  speed: z
    .object({ photos: z.int(), medianMs: z.number() })
    .nullable()
    .describe('Time of the model alone on the latest photos of lots, at most 500'),
  energy: z.object({
    formula: z.string(),
    settings: classifierSettingsSchema.shape.energy,
    perPhoto: energy
      .nullable()
      .describe('Mean of this year’s photos, decoding included; null before the first'),
    thisYear: energy.extend({
      year: z.int(),
      photos: z.int(),
      byPurpose: z.array(z.object({ purpose: z.enum(['lot', 'visitor']), photos: z.int(), cpuMs: z.int() })),
    }),
    training: energy.nullable().describe('The run that made this model, when it was measured'),
  }),
})

export type AiRegister = z.output<typeof registerSchema>
