import { sendMail } from '~/platform/mail.server'
import { confirmationMail } from './mails.server'
import { findSearch, findSubscriber } from './queries.server'

/** Asks the reader of an address to agree to a search, or tells that it is kept already. Nothing once it is erased. */
export async function sendAlertConfirmation(job: { messageId: string; searchId: string }): Promise<void> {
  const search = await findSearch(job.searchId)
  const to = search?.owner.kind === 'subscriber' ? await findSubscriber(search.owner.id) : null
  if (!search || !to) return
  const mail = await confirmationMail(search, to.locale)
  await sendMail({ ...mail, to: { name: '', address: to.email }, messageId: job.messageId })
}
