import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { users } from '~db/sqlite/identity'

export type UserRow = typeof users.$inferSelect

/** A person without a password; the address is their own by their id. */
export function makeUser(user: Partial<UserRow> = {}): UserRow {
  const id = user.id ?? newId()
  return {
    id,
    email: `${id}@personnes.example`,
    name: 'Camille Modèle',
    passwordHash: null,
    phone: null,
    emailVerifiedAtMs: user.createdAtMs ?? nowMs(),
    suspendedAtMs: null,
    locale: 'fr',
    createdAtMs: nowMs(),
    ...user,
  }
}
