import { z } from 'zod'
import { MATERIAL_TYPES } from '~/core/material-types'
import { ATTRIBUTION_CRITERIA } from '~/features/attribution/model/attribution-criteria'
import { SCORE_PARTS } from '~/features/matching/model/weights'

const bilingual = z.object({ fr: z.string(), en: z.string() })
const texts = {
  title: bilingual,
  purpose: bilingual,
  part: bilingual.describe('Degree and mode of its part in decisions'),
  decides: bilingual.describe('What a person decides'),
  data: bilingual.describe('Data and sources'),
  operations: bilingual,
  limits: bilingual,
  off: bilingual.describe('Doing without it'),
}
const share = z.number().min(0).max(1)
const weights = z.record(z.enum(SCORE_PARTS), share).describe('Sum 1')
const instant = z.iso.datetime()
const versions = z.object({
  formula: z.string().describe('Of the code that computes'),
  weights: z.string(),
  factors: z.string().describe('Of the emission factors'),
})

const tagging = z.object({
  id: z.literal('tagging'),
  ...texts,
  figures: z.string().describe('Path of its figures, its data and its energy'),
})

const matching = z.object({
  id: z.literal('matching'),
  ...texts,
  versions,
  parts: z.array(
    z.object({
      key: z.enum(SCORE_PARTS),
      name: bilingual,
      weight: share,
      value: bilingual.describe('How the value, from 0 to 1, comes about'),
    }),
  ),
  history: z
    .array(
      z.object({
        version: z.string(),
        since: instant.nullable().describe('Null for those that ship'),
        reason: z.string(),
        isRestored: z.boolean().describe('Whether those that ship were put back'),
        weights,
      }),
    )
    .describe('Weights that are or were in force, the newest first'),
  substitutes: z.array(
    z.object({ offered: z.enum(MATERIAL_TYPES), wanted: z.enum(MATERIAL_TYPES), fit: share }),
  ),
  factors: z.object({ version: z.string(), source: z.string(), year: z.int(), licence: z.string() }),
})

const allocation = z.object({
  id: z.literal('allocation'),
  ...texts,
  versions,
  parameters: z.object({
    candidates: z.int().describe('Pairs to begin with, for each lot and for each need: the best by gain'),
    shownBonus: share.describe('Preference for the pairs of the plan before, share of their gain'),
    urgencyBonus: share.describe('Preference for each side on its last day, share of the gain'),
    urgencyFadesInDays: z
      .int()
      .describe('Days left at which that preference is a third of it (divided by e)'),
    deadlineSeconds: z.number(),
  }),
  latest: z
    .object({
      at: instant,
      versions,
      lots: z.int(),
      needs: z.int(),
      candidates: z.int(),
      parts: z.int(),
      netKgCo2e: z.number().describe('Of the parts with a claim, trips included'),
      gap: share.describe('How much better any plan could be at most, share of the bound'),
      method: z.enum(['simplex', 'auction', 'greedy', 'whole']),
    })
    .nullable()
    .describe('Null before the first plan'),
})

const attribution = z.object({
  id: z.literal('attribution'),
  ...texts,
  mostCriteria: z.int().describe('In one list'),
  criteria: z.array(
    z.object({
      key: z.enum(ATTRIBUTION_CRITERIA),
      name: bilingual,
      kinds: z.array(z.string()).nullable().describe('Kinds of organisation put first; null for other facts'),
    }),
  ),
})

/** What the public register says of each algorithm, for machines. */
export const algorithmRegisterSchema = z.object({
  format: z.literal('gisement-algorithm-register/1'),
  at: instant.describe('When this was read'),
  law: z.array(z.string()).describe('Articles that it answers'),
  contact: z.string().describe('Path of the form by which anyone asks why or contests'),
  algorithms: z.tuple([matching, allocation, tagging, attribution]),
})

export type AlgorithmRegister = z.output<typeof algorithmRegisterSchema>
