import { nowMs } from '~/core/clock'
import { findOrganisation } from '~/features/organisations/queries.server'
import { env } from '~/platform/env.server'
import { sendMail } from '~/platform/mail.server'
import { hashOfToken, tokenOf } from './account-token.server'
import { linkMail, noticeMail, type AccountNotice } from './mails.server'
import { findLink, findPerson } from './queries.server'

export type LinkMailJob = { messageId: string; linkId: string }
export type NoticeMailJob = {
  messageId: string
  notice: AccountNotice
  userId: string
  formerEmail?: string
  /** Why an account or an organisation was closed or opened again. */
  reason?: string
  organisationId?: string
}

/** Sends a link to the address it was made for, unless it has been used, replaced or has expired. */
export async function sendLinkMail(job: LinkMailJob): Promise<void> {
  const token = tokenOf(job.linkId)
  const link = await findLink(hashOfToken(token), nowMs())
  if (!link) return
  await sendMail({
    ...linkMail(link, token, env().publicUrl),
    to: { name: link.userName ?? '', address: link.email },
    messageId: job.messageId,
  })
}

/** Tells a person what happened to their account; a changed address is told where it was. */
export async function sendNoticeMail(job: NoticeMailJob): Promise<void> {
  const person = await findPerson(job.userId)
  if (!person) return
  const organisation = job.organisationId ? await findOrganisation(job.organisationId) : null
  const detail = { publicUrl: env().publicUrl, reason: job.reason, organisation: organisation?.name }
  await sendMail({
    ...noticeMail(job.notice, person, detail),
    to: { name: person.name, address: job.formerEmail ?? person.email },
    messageId: job.messageId,
  })
}
