import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { moderationMails } from '~/messages/moderation-mails'
import { moderation } from '~/messages/moderation'
import { env } from '~/platform/env.server'
import { sendMail } from '~/platform/mail.server'
import { sha256 } from '~/platform/sha256.server'
import { findDecision } from './queries/cases.server'
import {
  findUnconfirmed,
  listHolders,
  listPeopleOf,
  listReporters,
  type Recipient,
} from './queries/recipients.server'
import { findSubject } from './queries/subjects.server'
import { reportToken } from './report-link.server'

/** Asks someone without an account whether a report is theirs; nothing once they said so. */
export async function sendReportConfirmation(job: { messageId: string; reportId: string }): Promise<void> {
  const report = await findUnconfirmed(job.reportId)
  const subject = report && (await findSubject(report.subjectKind, report.subjectId))
  if (!report || !subject) return
  const t = translator(report.locale, moderationMails)
  const link = env().publicUrl + paths.confirmReport(reportToken(job.reportId))
  await sendMail({
    to: { name: '', address: report.email },
    subject: t('confirm.subject'),
    text: t('confirm.text', { title: subject.title, link }),
    messageId: job.messageId,
  })
}

type Told = 'owner' | 'reporter' | 'holder' | 'appeal' | 'appealReporter'

/** Tells everyone concerned what was decided: the owner why, those who reported, and who holds a part. */
export async function sendDecisionMails(job: { messageId: string; decisionId: string }): Promise<void> {
  const decision = await findDecision(job.decisionId)
  if (!decision) return
  const isHiddenLot = decision.act === 'hidden' && decision.subjectKind === 'lot'
  const holders = isHiddenLot ? await listHolders(decision.subjectId) : []
  // What changes nothing for the owner is not written to them.
  const owners = decision.act === 'dismissed' ? [] : await listPeopleOf([decision.organisationId])
  await sendAll(job, 'owner', owners)
  await sendAll(job, 'reporter', await listReporters(decision.id))
  if (holders.length > 0) await sendAll(job, 'holder', await listPeopleOf(holders))
}

/** Tells both sides what became of an appeal. */
export async function sendAppealMails(job: { messageId: string; decisionId: string }): Promise<void> {
  const decision = await findDecision(job.decisionId)
  if (!decision) return
  await sendAll(job, 'appeal', await listPeopleOf([decision.organisationId]))
  await sendAll(job, 'appealReporter', await listReporters(decision.id))
}

async function sendAll(
  { messageId, decisionId }: { messageId: string; decisionId: string },
  told: Told,
  people: readonly Recipient[],
): Promise<void> {
  const decision = await findDecision(decisionId)
  const subject = decision && (await findSubject(decision.subjectKind, decision.subjectId))
  if (!decision || !subject) return
  for (const { name, email, locale } of people) {
    const t = translator(locale, moderationMails)
    const tTerms = translator(locale, moderation)
    const params = {
      title: subject.title,
      act: tTerms(`done.${decision.act}`),
      ground: tTerms(`reason.${decision.ground}`),
      statement: decision.statement,
      outcome: decision.appealOutcome ? tTerms(`outcome.${decision.appealOutcome}`) : '',
      answer: decision.appealAnswer ?? '',
      link:
        env().publicUrl + (told === 'holder' ? paths.reservations() : paths.moderationDecision(decision.id)),
    }
    await sendMail({
      to: { name, address: email },
      subject: t(`${told}.subject`, params),
      text: t(`${told}.text`, params),
      messageId: `${messageId}-${told}-${sha256(email).slice(0, 12)}`,
    })
  }
}
