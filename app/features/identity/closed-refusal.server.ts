import { paths } from '~/core/paths'
import { refused } from '~/core/result'
import { listOrganisationsOf } from '~/features/organisations/queries.server'
import { env } from '~/platform/env.server'
import { findPerson, hasAnyOrganisation } from './queries.server'

/**
 * Why someone who proved who they are, in whatever way, may still not act: the account, or all of its organisations, are
 * closed (`account-closed`), or there is none (`no-organisation`). Null when they may.
 */
export async function closedRefusal(userId: string) {
  const [person, open] = await Promise.all([findPerson(userId), listOrganisationsOf(userId)])
  const isClosed = !person || person.suspendedAtMs !== null
  if (isClosed || (open.length === 0 && (await hasAnyOrganisation(userId)))) {
    const contact = env().operatorContact ?? env().publicUrl + paths.contact()
    return refused('account-closed', { params: { contact } })
  }
  return open.length === 0 ? refused('no-organisation') : null
}
