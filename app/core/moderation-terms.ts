/** What may be reported. */
export const REPORTED_KINDS = ['lot', 'need', 'story', 'fiche', 'post'] as const
export type ReportedKind = (typeof REPORTED_KINDS)[number]

/** Why something is reported, and the ground of what is decided. */
export const REPORT_REASONS = ['hazard', 'fraud', 'illegal', 'privacy', 'description', 'other'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

/** What the team decides: nothing to do, ask its owner to correct, hide it from others, show it again. */
export const MODERATION_ACTS = ['dismissed', 'asked', 'hidden', 'restored'] as const
export type ModerationAct = (typeof MODERATION_ACTS)[number]

/** Days in which the owner may appeal: six months, as article 20 of regulation (EU) 2022/2065 asks of platforms. */
export const APPEAL_DAYS = 183
