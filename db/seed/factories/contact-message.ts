import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { contactMessages } from '~db/sqlite/contact'

export type ContactMessageRow = typeof contactMessages.$inferSelect

/** A message to the operator that waits to be handled. */
export function makeContactMessage(overrides: Partial<ContactMessageRow> = {}): ContactMessageRow {
  return {
    id: newId(),
    name: 'Odile Marchand',
    email: 'odile.marchand@exemple.fr',
    topic: 'question',
    text: 'Où voir les lots de ma commune ?',
    path: '',
    userId: null,
    createdAtMs: nowMs(),
    handledAtMs: null,
    handledByUserId: null,
    ...overrides,
  }
}
