import { z } from 'zod'
import { idField } from '~/schema/fields'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { classifyPhoto } from '~/features/classifier/commands/classify-photo.server'
import { sendLinkMail, sendNoticeMail } from '~/features/identity/jobs.server'
import { ACCOUNT_NOTICES } from '~/features/identity/mails.server'
import { isReservationMail, sendReservationMails } from '~/features/notifications/jobs.server'
import { RESERVATION_MAILS } from '~/features/notifications/mails.server'
import type { NewJob } from '~/platform/jobs.server'
import type { OutboxMessage } from '~/platform/outbox.server'

const photoPayload = z.object({ photoId: idField })
const handoverPayload = z.object({ handoverId: idField })
const mailPayload = z.object({
  messageId: z.string(),
  topic: z.enum(RESERVATION_MAILS),
  reservationId: idField,
  actorUserId: z.string().nullable(),
})
const linkPayload = z.object({ messageId: z.string(), linkId: idField })
const noticePayload = z.object({
  messageId: z.string(),
  notice: z.enum(ACCOUNT_NOTICES),
  userId: idField,
  formerEmail: z.string().optional(),
})

type Handler = (payload: Record<string, unknown>) => Promise<void>

/** Every kind of job and what does it. Handlers are idempotent: a job may run again after a crash. */
export const HANDLERS: Record<string, Handler> = {
  'classify-photo': async (payload) => classifyPhoto(photoPayload.parse(payload).photoId),
  'record-handover': async (payload) => recordHandover(handoverPayload.parse(payload).handoverId),
  'send-account-link': async (payload) => sendLinkMail(linkPayload.parse(payload)),
  'send-account-notice': async (payload) => sendNoticeMail(noticePayload.parse(payload)),
  'send-reservation-mails': async (payload) => sendReservationMails(mailPayload.parse(payload)),
}

/** The jobs that a message of the outbox asks for. */
export function jobsFor(message: OutboxMessage): NewJob[] {
  const { id, topic, payload } = message
  if (topic === 'photo.added') return [{ kind: 'classify-photo', dedupeKey: id, payload }]
  if (topic === 'handover.completed') return [{ kind: 'record-handover', dedupeKey: id, payload }]
  if (topic === 'account.link' || topic === 'account.notice') {
    const kind = topic === 'account.link' ? 'send-account-link' : 'send-account-notice'
    return [{ kind, dedupeKey: id, payload: { ...payload, messageId: id } }]
  }
  if (isReservationMail(topic)) {
    const mail = { actorUserId: null, ...payload, messageId: id, topic }
    return [{ kind: 'send-reservation-mails', dedupeKey: id, payload: mail }]
  }
  return []
}
