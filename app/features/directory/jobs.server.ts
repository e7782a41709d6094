import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { directoryMails } from '~/messages/directory-mails'
import { env } from '~/platform/env.server'
import { sendMail } from '~/platform/mail.server'
import { findPlace, findProposer } from './queries.server'

/** Tells whoever proposed a place what the Métropole decided, in their language; an account that is closed is told nothing. */
export async function sendPlaceDecision(job: {
  messageId: string
  placeId: string
  decision: 'publish' | 'refuse' | 'withdraw'
  reason: string
}): Promise<void> {
  const [place, proposer] = await Promise.all([findPlace(job.placeId), findProposer(job.placeId)])
  if (!place || !proposer || proposer.isSuspended) return
  const t = translator(proposer.locale, directoryMails)
  const page = env().publicUrl + paths.place(place.id)
  await sendMail({
    to: { name: proposer.name, address: proposer.email },
    subject: t(`${job.decision}.subject`, { place: place.name }),
    text: t(`${job.decision}.text`, {
      name: proposer.name,
      place: place.name,
      reason: job.reason,
      page,
    }),
    messageId: job.messageId,
  })
}
