import { paths } from '~/core/paths'
import { findPairSides } from '~/features/matching/queries/pair-sides.server'
import { listMembers, type MemberAddress } from '~/features/organisations/queries.server'
import { translator } from '~/messages/catalogue'
import { pairMails } from '~/messages/pair-mails'
import { env } from '~/platform/env.server'
import { findAddress } from '../queries.server'
import { tellPerson, type News } from './tell-person.server'

type Contacted = {
  messageId: string
  pairId: string
  /** Who wrote, and for whom. */
  userId: string
  organisationId: string
  text: string
  /** Whether an answer may go to the sender's own address. */
  sharesAddress: boolean
}

/** Brings the members of the other side of a pair what someone wrote to them. */
export async function tellOfContact(contacted: Contacted): Promise<void> {
  const pair = await findPairSides(contacted.pairId)
  const sender = await findAddress(contacted.userId)
  if (!pair || !sender) return
  const isGiver = contacted.organisationId === pair.giverOrganisationId
  const who = isGiver ? pair.giverName : pair.takerName
  const other = isGiver ? pair.takerOrganisationId : pair.giverOrganisationId
  const path = paths.matches(`?etape=contactes#pair-${pair.id}`)
  for (const member of await listMembers(other)) {
    await tellPerson(member, {
      kind: 'match.contact',
      params: { who, lot: pair.lotTitle, need: pair.needTitle, text: contacted.text },
      path,
      dedupeKey: contacted.messageId,
      mail: contactMail({ ...pair, ...contacted, who, person: sender.name }, member, path),
      ...(contacted.sharesAddress && { replyTo: { name: sender.name, address: sender.email } }),
    })
  }
}

type Told = { who: string; person: string; text: string; lotTitle: string; needTitle: string }

function contactMail(
  told: Told & { sharesAddress: boolean },
  { locale }: MemberAddress,
  path: string,
): News['mail'] {
  const t = translator(locale, pairMails)
  const link = env().publicUrl + path
  const answer = t(told.sharesAddress ? 'answerByMail' : 'answerOnPage', { link })
  const params = { ...told, lot: told.lotTitle, need: told.needTitle, answer }
  return { subject: t('contact.subject', params), text: t('contact.text', params) }
}
