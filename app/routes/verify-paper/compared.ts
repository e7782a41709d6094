import type { Comparison } from '~/features/reservations/model/paper-facts'

/** What came of holding a file against a document: also that none was sent, or one too large. */
export type Compared = Comparison | { kind: 'nothing' } | { kind: 'tooLarge' }
