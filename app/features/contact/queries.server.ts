import { asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { Locale } from '~/core/locale'
import { reader } from '~/platform/db.server'
import { contactMessages } from '~db/sqlite/contact'
import { users } from '~db/sqlite/identity'
import type { MessageEntry } from './model/message-entry'

export type ContactMessage = typeof contactMessages.$inferSelect

export async function findMessage(id: string): Promise<ContactMessage | null> {
  const rows = await reader().select().from(contactMessages).where(eq(contactMessages.id, id)).limit(1)
  return rows[0] ?? null
}

function selectEntries() {
  return reader()
    .select({
      id: contactMessages.id,
      name: contactMessages.name,
      email: contactMessages.email,
      topic: contactMessages.topic,
      text: contactMessages.text,
      path: contactMessages.path,
      createdAtMs: contactMessages.createdAtMs,
      handledAtMs: contactMessages.handledAtMs,
      handledByName: users.name,
    })
    .from(contactMessages)
    .leftJoin(users, eq(users.id, contactMessages.handledByUserId))
}

/** Every message: those still open first, the oldest of them at the top; then the others, the newest first. */
export async function listMessages(): Promise<MessageEntry[]> {
  return selectEntries().orderBy(
    asc(isNotNull(contactMessages.handledAtMs)),
    desc(contactMessages.handledAtMs),
    asc(contactMessages.createdAtMs),
  )
}

/** A message as its page in the administration shows it. */
export async function findMessageEntry(id: string): Promise<MessageEntry | null> {
  return (await selectEntries().where(eq(contactMessages.id, id)).limit(1))[0] ?? null
}

/** The language that a person chose for what is written to them. */
export async function findLocale(userId: string): Promise<Locale | null> {
  const rows = await reader()
    .select({ locale: users.locale })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1)
  return rows[0]?.locale ?? null
}
