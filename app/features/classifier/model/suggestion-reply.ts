import type { OffReason } from './off-reason'
import type { Suggestion } from './suggest'

/** What the address of a photo's suggestion answers. `off`: none will come, and why. */
export type SuggestionReply =
  { status: 'waiting' } | { status: 'off'; reason: OffReason } | ({ status: 'done' } & Suggestion)
