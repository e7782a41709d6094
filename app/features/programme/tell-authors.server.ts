import { paths } from '~/core/paths'
import { tellPerson } from '~/features/notifications/commands/tell-person.server'
import { listMembers } from '~/features/organisations/queries.server'
import { translator } from '~/messages/catalogue'
import { programmeMails } from '~/messages/programme-mails'
import { env } from '~/platform/env.server'
import type { FicheDecision } from './model/fiche'
import { findFiche, findPost } from './queries/library.server'
import { findPersonById } from './queries/people.server'

/** Tells the members of an organisation what was decided of their fiche, with the reason. */
export async function tellOfFiche({
  messageId,
  ficheId,
  decision,
  reason,
}: {
  messageId: string
  ficheId: string
  decision: FicheDecision | 'hide'
  reason: string
}): Promise<void> {
  const fiche = await findFiche(ficheId)
  if (!fiche) return
  const path = paths.fiche(ficheId)
  for (const member of await listMembers(fiche.organisationId)) {
    const t = translator(member.locale, programmeMails)
    const params = { title: fiche.title, reason }
    const words = { ...params, name: member.name, page: env().publicUrl + path }
    await tellPerson(member, {
      ...{ kind: `programme.fiche-${decision}`, params, path, dedupeKey: messageId },
      mail: {
        subject: t(`fiche.${decision}.subject`),
        text: t(`fiche.${decision}.text`, words),
      },
    })
  }
}

/** Tells whoever began a thread of the club that somebody else answered; nothing once either post is hidden. */
export async function tellOfClubAnswer({
  messageId,
  postId,
}: {
  messageId: string
  postId: string
}): Promise<void> {
  const answer = await findPost(postId)
  const asked = answer?.parentId ? await findPost(answer.parentId) : null
  if (!answer || !asked || answer.isHidden || asked.isHidden || answer.userId === asked.userId) return
  const person = await findPersonById(asked.userId)
  if (!person) return
  const t = translator(person.locale, programmeMails)
  const path = paths.club()
  const params = { who: answer.organisationName, text: answer.text }
  const words = { ...params, name: person.name, page: env().publicUrl + path }
  await tellPerson(person, {
    ...{ kind: 'programme.answered', params, path, dedupeKey: messageId },
    mail: { subject: t('answered.subject', words), text: t('answered.text', words) },
  })
}
