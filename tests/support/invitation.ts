import { sql } from 'drizzle-orm'
import { tokenOf } from '~/features/identity/account-token.server'
import { inviteMember } from '~/features/identity/commands/invite-member.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { reader } from '~/platform/db.server'

/** Invites an address, and returns what the link of its e-mail holds. */
export async function invitationToken(actor: Actor, email: string): Promise<string> {
  const invited = await inviteMember({ actor, email, role: 'member' })
  if (!invited.ok) throw new Error(invited.error.code)
  const [last] = await reader().all<{ payload: string }>(
    sql`select payload from outbox where topic = 'account.link' order by rowid desc limit 1`,
  )
  return tokenOf((JSON.parse(last!.payload) as { linkId: string }).linkId)
}
