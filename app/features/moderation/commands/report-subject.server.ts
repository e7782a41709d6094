import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import type { Locale } from '~/core/locale'
import type { ReportedKind } from '~/core/moderation-terms'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { writeAudit } from '~/platform/audit.server'
import { spend } from '~/platform/limits.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { readReportToken } from '../report-link.server'
import { insertReport, isReportKnown, setConfirmed } from '../repo.server'
import type { reportSchema } from '../schema'

type ReportSubject = z.output<typeof reportSchema> & {
  subject: { kind: ReportedKind; id: string }
  actor: Actor | null
  locale: Locale
  clientIp: string
}

/**
 * Keeps a report. Someone with a confirmed account is taken at their word; of others, the address must agree by e-mail
 * before the team sees it. Sending the same id twice keeps it once; what a program wrote is dropped without a word.
 * @returns `rate-limited` beyond the hourly limits of an address or a network
 */
export async function reportSubject(input: ReportSubject): Promise<Result<{ isConfirmed: boolean }>> {
  const { id, reason, text, photoId, website, subject, actor, locale, clientIp } = input
  const isConfirmed = actor?.isConfirmed === true
  const email = isConfirmed ? actor.email : input.email
  if (website !== '') return ok({ isConfirmed })
  return withTx(async (tx) => {
    if (await isReportKnown(tx, id)) return ok({ isConfirmed })
    const atMs = nowMs()
    const spent = await spend(tx, 'report', { account: email, clientIp })
    if (!spent.ok) return spent
    await insertReport(tx, {
      ...{ id, subjectKind: subject.kind, subjectId: subject.id, photoId: photoId || null, reason, text },
      ...{ userId: actor?.userId ?? null, email, locale, createdAtMs: atMs },
      confirmedAtMs: isConfirmed ? atMs : null,
    })
    if (isConfirmed) await note(tx, id, actor.userId)
    else await tell(tx, 'report.asked', { reportId: id })
    return ok({ isConfirmed })
  })
}

/** Confirms a report by the link of its e-mail; again changes nothing. An unknown link is `link-expired`. */
export async function confirmReport(token: string): Promise<Result<null>> {
  const id = readReportToken(token)
  if (!id) return refused('link-expired')
  return withTx(async (tx) => {
    if (await setConfirmed(tx, id, nowMs())) await note(tx, id, null)
    return ok(null)
  })
}

async function note(tx: Tx, objectId: string, actorUserId: string | null): Promise<void> {
  await writeAudit(tx, { action: 'report.received', objectId, actorUserId })
}
