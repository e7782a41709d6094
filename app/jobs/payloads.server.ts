import { z } from 'zod'
import { addDays } from '~/core/days'
import { LOCALES } from '~/core/locale'
import { ALERT_PACES } from '~/features/alerts/model/saved-search'
import { ACCOUNT_NOTICES } from '~/features/identity/mails.server'
import { CORRECTION_NEWS, RESERVATION_STEPS, WAITING_NEWS } from '~/features/notifications/model/kinds'
import { PROGRAMME_STEPS } from '~/features/programme/jobs.server'
import { DECISIONS } from '~/features/programme/model/dossier'
import { FICHE_DECISIONS } from '~/features/programme/model/fiche'
import { WORKSHOP_NEWS } from '~/features/programme/tell-seats.server'
import { communeCodeField, dayField, idField } from '~/schema/fields'

export const photoPayload = z.object({ photoId: idField })
export const addedPayload = photoPayload.extend({
  organisationId: idField.optional(),
  /** Nobody has a form open that waits for the model's word. */
  isBackground: z.boolean().optional(),
})
export const webhookNewsPayload = z.object({
  messageId: idField,
  topic: z.string(),
  lotId: idField.optional(),
  reservationId: idField.optional(),
  handoverId: idField.optional(),
  stage: z.string().optional(),
})
export const webhookDeliveryPayload = z.object({ deliveryId: idField })
export const webhookPausedPayload = z.object({ messageId: z.string(), webhookId: idField })
export const organisationPayload = z.object({ organisationId: idField })
export const handoverPayload = z.object({ handoverId: idField })
export const lotPayload = z.object({ lotId: idField })
export const holdersPayload = z.object({
  messageId: z.string(),
  lotId: idField,
  actorUserId: idField.nullable(),
})
export const reportPayload = z.object({ messageId: z.string(), reportId: idField })
export const decisionPayload = z.object({ messageId: z.string(), decisionId: idField })
export const planPayload = z.object({ actorUserId: z.string().nullable() })
export const importPayload = z.object({ importId: idField, revision: z.number().int() })
export const needPayload = z.object({ needId: idField })
export const reservationPayload = z.object({ reservationId: idField })
export const stepTopic = z.enum(RESERVATION_STEPS)
export const stepPayload = z.object({
  messageId: z.string(),
  topic: stepTopic,
  reservationId: idField,
  actorUserId: z.string().nullable(),
  text: z.string().optional(),
})
export const waitingTopic = z.enum(WAITING_NEWS)
export const waitingPayload = z.object({ messageId: z.string(), topic: waitingTopic, waiterId: idField })
export const correctionTopic = z.enum(CORRECTION_NEWS)
export const correctionPayload = z.object({
  messageId: z.string(),
  topic: correctionTopic,
  correctionId: idField,
  actorUserId: z.string().nullable(),
})
export const boardMailPayload = z.object({
  userId: idField,
  communeCode: communeCodeField,
  month: z.string().regex(/^\d{4}-\d{2}$/),
})
export const linkPayload = z.object({ messageId: z.string(), linkId: idField })
export const forgottenPayload = z.object({ messageId: idField, userId: idField.nullable() })
export const contactPayload = z.object({ messageId: z.string(), contactMessageId: idField })
export const answerPayload = contactPayload.extend({ text: z.string() })
export const placePayload = z.object({
  messageId: z.string(),
  placeId: idField,
  decision: z.enum(['publish', 'refuse', 'withdraw']),
  reason: z.string(),
})
export const programmePayload = z.object({
  messageId: z.string(),
  step: z.enum(PROGRAMME_STEPS),
  dossierId: idField,
  decision: z.enum(DECISIONS).optional(),
  reason: z.string().optional(),
})
export const workshopPayload = z.object({
  messageId: z.string(),
  workshopId: idField,
  news: z.enum(WORKSHOP_NEWS),
})
export const fichePayload = z.object({
  messageId: z.string(),
  ficheId: idField,
  // The queue of an earlier version may still tell of a fiche that was hidden.
  decision: z.enum([...FICHE_DECISIONS, 'hide']),
  reason: z.string(),
})
export const ficheChangedPayload = z.object({ ficheId: idField, atMs: z.number(), actorUserId: idField })
export const postPayload = z.object({ messageId: z.string(), postId: idField })
export const seatPayload = z.object({ seatId: idField, onDay: dayField })
export const noticePayload = z.object({
  messageId: z.string(),
  notice: z.enum(ACCOUNT_NOTICES),
  userId: idField,
  formerEmail: z.string().optional(),
  reason: z.string().optional(),
  organisationId: idField.optional(),
})

export const erasurePayload = z.object({
  erasureId: idField,
  address: z.string().optional(),
  locale: z.enum(LOCALES).optional(),
  marks: z.array(z.string()).optional(),
})
export const picturePayload = z.object({ fileId: idField })
export const filesPayload = z.object({ storageKey: z.string() })
export const mailPayload = z.object({
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  text: z.string(),
  messageId: z.string(),
  unsubscribeUrl: z.url().optional(),
  replyTo: z.object({ name: z.string(), address: z.string() }).optional(),
})

export const digestPayload = z
  .object({
    userId: idField,
    day: dayField,
    /** Left out by the jobs of before there were weekly ones. */
    pace: z.enum(['daily', 'weekly']).default('daily'),
    until: dayField.optional(),
  })
  .transform(({ until, ...digest }) => ({ ...digest, until: until ?? addDays(digest.day, 1) }))
export const plannedPayload = z.object({ pairId: idField, lotId: idField, needId: idField })
export const contactedPayload = z.object({
  messageId: z.string(),
  pairId: idField,
  userId: idField,
  organisationId: idField,
  text: z.string(),
  sharesAddress: z.boolean(),
})

export const askedPayload = z.object({ messageId: z.string(), searchId: idField })
export const alertMailPayload = z.object({ mailId: idField })
export const gatheringPayload = z.object({
  owner: z.object({ kind: z.enum(['user', 'subscriber']), id: idField }),
  pace: z.enum(ALERT_PACES),
  until: dayField.nullable(),
})
