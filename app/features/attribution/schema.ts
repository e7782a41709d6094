import { z } from 'zod'
import { isoDayOf } from '~/core/days'
import { nowMs } from '~/core/clock'
import { dayField, eurosField, textField } from '~/schema/fields'
import { ATTRIBUTION_CRITERIA, MAX_CRITERIA } from './model/attribution-criteria'
import { BENEFICIARY_KINDS, type PublicRules } from './model/public-rules'

/** A council's act is in the past: what is not voted yet founds nothing. */
const pastDayField = dayField.refine((day) => day <= isoDayOf(nowMs()), 'future_day')

/** Criteria in their order; empty places are closed up. */
const criteriaField = z
  .array(z.enum(ATTRIBUTION_CRITERIA).optional())
  .max(MAX_CRITERIA)
  .default([])
  .transform((all) => all.filter((criterion) => criterion !== undefined))
  .refine((all) => new Set(all).size === all.length, 'repeated_criterion')

export const criteriaSchema = z.strictObject({ intent: z.literal('criteria'), criteria: criteriaField })

/** The two halves of an act go together: a reference without its date proves nothing. */
function isWhole({ reference, on }: { reference: string; on?: string | undefined }): boolean {
  return (reference === '') === (on === undefined)
}

export const delegationSchema = z
  .strictObject({
    intent: z.literal('delegation'),
    reference: textField(120, 0).optional().default(''),
    on: pastDayField.optional(),
  })
  .refine(isWhole, { path: ['on'], message: 'act_halves' })

/** Whether a commune gives and takes materials itself. */
export const communeSidesSchema = z.strictObject({
  intent: z.literal('sides'),
  sides: z.array(z.enum(['gives', 'takes'])).default([]),
})

export const cessionTermsSchema = z
  .strictObject({
    intent: z.literal('terms'),
    market: eurosField.optional(),
    belowMarketReason: textField(500, 0).optional().default(''),
    reference: textField(120, 0).optional().default(''),
    on: pastDayField.optional(),
  })
  .refine(isWhole, { path: ['on'], message: 'act_halves' })

const source = textField(200, 3)
const yes = z.literal('yes').optional()

export const publicRulesSchema = z
  .strictObject({
    seen: z.string().max(12),
    saleThreshold: eurosField,
    saleSource: source,
    isBelowMarketJustified: yes,
    marketSource: source,
    giftKinds: z.array(z.enum(BENEFICIARY_KINDS)).default([]),
    giftKindsSource: source,
    giftCeiling: eurosField.optional(),
    giftCeilingSource: source,
    isResaleForbidden: yes,
    resaleSource: source,
    isDeliberationAllowing: yes,
    deliberationSource: source,
    validFrom: dayField,
    reason: textField(500, 10),
  })
  .transform(({ seen, validFrom, reason, saleThreshold, giftCeiling, ...form }) => ({
    seen,
    validFrom,
    reason,
    rules: {
      ...form,
      saleThresholdCents: saleThreshold,
      giftCeilingCents: giftCeiling ?? null,
      isBelowMarketJustified: form.isBelowMarketJustified === 'yes',
      isResaleForbidden: form.isResaleForbidden === 'yes',
      isDeliberationAllowing: form.isDeliberationAllowing === 'yes',
    } satisfies PublicRules,
  }))

/** Which answers the Métropole's team lists. */
export const answersSearchSchema = z.object({
  montrer: z.enum(['acceptees', 'refusees', 'contre']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1).default(1),
})
export type AnswersShown = z.output<typeof answersSearchSchema>['montrer']

export function filterOfAnswers(shown: AnswersShown): {
  outcome?: 'accepted' | 'refused'
  isAgainst?: boolean
} {
  if (shown === 'contre') return { isAgainst: true }
  return shown ? { outcome: shown === 'acceptees' ? 'accepted' : 'refused' } : {}
}
