import { paths } from '~/core/paths'
import { tellPerson } from '~/features/notifications/commands/tell-person.server'
import { listMembers } from '~/features/organisations/queries.server'
import { translator } from '~/messages/catalogue'
import { programme } from '~/messages/programme'
import { programmeMails } from '~/messages/programme-mails'
import { env } from '~/platform/env.server'
import type { Decision, Dossier } from './model/dossier'
import {
  findDossier,
  listPeopleOf,
  listReviewers,
  listTeamOfMetropole,
  type Person,
} from './queries/dossiers.server'

export const PROGRAMME_STEPS = ['submitted', 'decided', 'reported'] as const
export type ProgrammeStep = (typeof PROGRAMME_STEPS)[number]

type News = {
  messageId: string
  step: ProgrammeStep
  dossierId: string
  decision?: Decision
  reason?: string
}
type Letter = 'received' | 'review' | 'reported' | Decision

/**
 * Tells of a step of a dossier, each person once and in their language, with a notification and an e-mail: the
 * commune's members of what they sent and of what was decided, the committee and the Métropole's team of what waits.
 */
export async function sendProgrammeMails({
  messageId,
  step,
  dossierId,
  decision,
  reason = '',
}: News): Promise<void> {
  const dossier = await findDossier(dossierId)
  if (!dossier) return
  const commune = async (): Promise<Person[]> => listMembers(dossier.organisationId)
  const letters: [Letter, Person[]][] =
    step === 'submitted'
      ? [
          ['received', await commune()],
          ['review', await readersOf(dossier)],
        ]
      : step === 'reported'
        ? [['reported', await listTeamOfMetropole()]]
        : decision
          ? [[decision, await commune()]]
          : []
  for (const [letter, people] of letters) {
    for (const person of people) {
      const news = newsOf(letter, { dossier, person, reason })
      await tellPerson(person, { kind: `programme.${letter}`, dedupeKey: messageId, ...news })
    }
  }
}

/** Who examines a dossier: team and committee, those of its own commune and closed accounts left out. */
async function readersOf({ communeCode }: Dossier): Promise<Person[]> {
  const [team, reviewers, barred] = await Promise.all([
    listTeamOfMetropole(),
    listReviewers(),
    listPeopleOf(communeCode),
  ])
  const open = reviewers.filter(({ suspendedAtMs }) => suspendedAtMs === null)
  const byId = new Map([...team, ...open].map((person) => [person.userId, person]))
  return [...byId.values()].filter(({ userId }) => !barred.includes(userId))
}

function newsOf(
  letter: Letter,
  { dossier, person, reason }: { dossier: Dossier; person: Person; reason: string },
) {
  const t = translator(person.locale, programmeMails)
  const granted = translator(person.locale, programme)('amount', { value: (dossier.grantedCents ?? 0) / 100 })
  const path = letter === 'reported' ? paths.endReport(dossier.id) : paths.dossier(dossier.id)
  const params = { commune: dossier.communeName, reason, granted }
  const words = { ...params, name: person.name, page: env().publicUrl + path }
  return {
    ...{ params, path },
    mail: { subject: t(`${letter}.subject`, words), text: t(`${letter}.text`, words) },
  }
}
