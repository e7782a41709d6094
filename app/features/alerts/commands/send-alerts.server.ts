import { findAddress } from '~/features/notifications/queries.server'
import { sendMail } from '~/platform/mail.server'
import { withTx } from '~/platform/transaction.server'
import { openItems } from '../found-items.server'
import { alertMail, type ToldSearch } from '../mails.server'
import type { AlertOwner, SavedSearch } from '../model/saved-search'
import { findAlertMail, findSubscriber } from '../queries.server'
import { deleteHits } from '../repo.server'

/**
 * Sends an e-mail of alerts with what of it is still open to its reader. What is gone meanwhile counts as untold, so
 * that it can be told when it comes again; with nothing left, nothing is sent.
 */
export async function sendAlerts(mailId: string): Promise<void> {
  const mail = await findAlertMail(mailId)
  const to = mail && (await addressOf(mail.owner))
  if (!mail || !to) return
  const told: ToldSearch[] = []
  const gone: { searchId: string; itemId: string }[] = []
  for (const [search, ids] of bySearch(mail.hits)) {
    const open = await openItems(search, ids)
    gone.push(...ids.filter((id) => !open.has(id)).map((itemId) => ({ searchId: search.id, itemId })))
    const items = ids.flatMap((id) => open.get(id) ?? [])
    if (items.length > 0) told.push({ search, items })
  }
  if (told.length > 0) {
    await sendMail({
      ...alertMail(told, mail.owner, to.locale),
      to: { name: to.name, address: to.email },
      messageId: mail.id,
    })
  }
  if (gone.length > 0) await withTx((tx) => deleteHits(tx, mail.id, gone))
}

async function addressOf(owner: AlertOwner) {
  if (owner.kind === 'user') return findAddress(owner.id)
  const subscriber = await findSubscriber(owner.id)
  return subscriber && { ...subscriber, name: '' }
}

function bySearch(hits: readonly { search: SavedSearch; itemId: string }[]): Map<SavedSearch, string[]> {
  const searches = new Map<string, SavedSearch>()
  const found = new Map<SavedSearch, string[]>()
  for (const { search, itemId } of hits) {
    const known = searches.get(search.id) ?? search
    searches.set(search.id, known)
    found.set(known, [...(found.get(known) ?? []), itemId])
  }
  return found
}
