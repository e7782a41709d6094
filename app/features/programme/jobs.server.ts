import type { IsoDay } from '~/core/days'
import { formatter } from '~/core/format'
import { DEFAULT_LOCALE } from '~/core/locale'
import { paths } from '~/core/paths'
import { listMembers } from '~/features/organisations/queries.server'
import { translator } from '~/messages/catalogue'
import { programme } from '~/messages/programme'
import { programmeMails } from '~/messages/programme-mails'
import { env } from '~/platform/env.server'
import { enqueueJob } from '~/platform/jobs.server'
import { sendMail } from '~/platform/mail.server'
import { withTx } from '~/platform/transaction.server'
import type { Decision, Dossier } from './model/dossier'
import {
  findDossier,
  listPeopleOf,
  listReviewers,
  listTeamOfMetropole,
  type Person,
} from './queries/dossiers.server'
import { findSeat, findWorkshop } from './queries/workshops.server'

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
 * Tells of a step of a dossier, each person once and in their language, in an e-mail that is a job of its own: the
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
  await withTx(async (tx) => {
    for (const [letter, people] of letters) {
      for (const person of people) {
        const dedupeKey = `${messageId}:${person.userId}`
        const mail = letterOf(letter, { dossier, person, reason })
        const to = { name: person.name, address: person.email }
        const payload = { ...mail, to, messageId: `${messageId}-${person.userId}` }
        await enqueueJob(tx, { kind: 'send-mail', dedupeKey, payload })
      }
    }
  })
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

function letterOf(
  letter: Letter,
  { dossier, person, reason }: { dossier: Dossier; person: Person; reason: string },
): { subject: string; text: string } {
  const t = translator(person.locale, programmeMails)
  const amount = translator(person.locale, programme)('amount', { value: (dossier.grantedCents ?? 0) / 100 })
  const path = letter === 'reported' ? paths.endReport(dossier.id) : paths.dossier(dossier.id)
  const params = {
    ...{ name: person.name, commune: dossier.communeName, page: env().publicUrl + path },
    ...{ reason, granted: amount },
  }
  return { subject: t(`${letter}.subject`, params), text: t(`${letter}.text`, params) }
}

/** Reminds a person of a workshop the day before; not of one that was moved or cancelled, nor of a seat given back. */
export async function sendWorkshopReminder({
  seatId,
  onDay,
}: {
  seatId: string
  onDay: IsoDay
}): Promise<void> {
  const seat = await findSeat(seatId)
  const workshop = seat && (await findWorkshop(seat.workshopId))
  if (!workshop || workshop.isCancelled || workshop.onDay !== onDay) return
  const t = translator(DEFAULT_LOCALE, programmeMails)
  const params = {
    ...{ name: seat.name, title: workshop.title, place: workshop.place },
    ...{ from: workshop.fromHour, until: workshop.untilHour },
    day: formatter(DEFAULT_LOCALE).dayLong(onDay),
    page: env().publicUrl + paths.workshop(workshop.id),
  }
  await sendMail({
    to: { name: seat.name, address: seat.email },
    subject: t('reminder.subject', params),
    text: t('reminder.text', params),
    messageId: `reminder-${seatId}-${onDay}`,
  })
}
