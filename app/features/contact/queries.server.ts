import { eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { contactMessages } from '~db/sqlite/contact'

export type ContactMessage = typeof contactMessages.$inferSelect

export async function findMessage(id: string): Promise<ContactMessage | null> {
  const rows = await reader().select().from(contactMessages).where(eq(contactMessages.id, id)).limit(1)
  return rows[0] ?? null
}
