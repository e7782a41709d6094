/** Why a request is accepted or refused, in the giver's choice; kept with the reason they write. */
export const ACCEPT_CRITERIA = ['only', 'first', 'quantity', 'nearest', 'general-interest', 'other'] as const
export const REFUSE_CRITERIA = ['other-taker', 'dates', 'quantity-unfit', 'unavailable', 'other'] as const
export type DecisionCriterion = (typeof ACCEPT_CRITERIA)[number] | (typeof REFUSE_CRITERIA)[number]

/** The criteria of an answer; none for a cancellation, which allocates nothing. */
export function criteriaOf(intent: 'accept' | 'refuse' | 'cancel'): readonly DecisionCriterion[] {
  return intent === 'accept' ? ACCEPT_CRITERIA : intent === 'refuse' ? REFUSE_CRITERIA : []
}

export function isDecisionCriterion(value: unknown): value is DecisionCriterion {
  return [...ACCEPT_CRITERIA, ...REFUSE_CRITERIA].some((criterion) => criterion === value)
}
