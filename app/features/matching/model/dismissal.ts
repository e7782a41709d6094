/** Why a person sets a pair aside. What they choose is counted for the Métropole; the other side is not told. */
export const DISMISSAL_REASONS = ['unfit', 'far', 'dates', 'price', 'found', 'other'] as const
export type DismissalReason = (typeof DISMISSAL_REASONS)[number]

/** An act on a pair as its history keeps it. */
export type DismissalAct = { kind: string; detail: Record<string, unknown> }

export type KeptDismissal = { organisationId: string; reason: DismissalReason; note: string }

/**
 * What an organisation last said of a pair: its dismissal, or null when it never set it aside or took it back.
 * `acts` come oldest first.
 */
export function dismissalOf(acts: readonly DismissalAct[], organisationId: string): KeptDismissal | null {
  const own = acts.filter(
    ({ kind, detail }) =>
      (kind === 'dismissed' || kind === 'taken-back') && detail.organisationId === organisationId,
  )
  const last = own.at(-1)
  if (last?.kind !== 'dismissed') return null
  const reason = DISMISSAL_REASONS.find((name) => name === last.detail.reason) ?? 'other'
  const note = typeof last.detail.note === 'string' ? last.detail.note : ''
  return { organisationId, reason, note }
}
