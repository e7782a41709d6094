import type { FieldCause, FieldDraft } from '../../model/field-draft'
import type { FieldFacts } from '../../model/field-facts'
import type { FieldHandover } from '../../model/field-handover'

/** Where the queue stands in this tab. */
export type SendingState = {
  /** Whether something is on its way. */
  isSending: boolean
  /** Why the queue stands still; null while it does not. */
  cause: FieldCause | null
  /** When it goes on by itself; 0 when at once. */
  retryAtMs: number
  failures: number
}

export type FieldSnapshot = {
  /** `unavailable`: this browser keeps nothing. */
  status: 'opening' | 'ready' | 'unavailable'
  drafts: readonly FieldDraft[]
  handovers: readonly FieldHandover[]
  facts: FieldFacts | null
  /** Whether this tab has asked the server for them, and had its answer or none. */
  isAsked: boolean
  sending: SendingState
  /** Whether the device refused to keep something for want of room. */
  isFull: boolean
}

export const NOTHING_YET: FieldSnapshot = {
  status: 'opening',
  drafts: [],
  handovers: [],
  facts: null,
  isAsked: false,
  sending: { isSending: false, cause: null, retryAtMs: 0, failures: 0 },
  isFull: false,
}
