import type { Suggestion } from './suggest'

/** What the address of a photo's suggestion answers. `off`: no model is installed, so none will come. */
export type SuggestionReply = { status: 'waiting' } | { status: 'off' } | ({ status: 'done' } & Suggestion)
