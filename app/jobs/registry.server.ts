import { timeOfId } from '~/core/ids'
import {
  findForLot,
  findForNeed,
  findForReservation,
} from '~/features/alerts/commands/find-for-searches.server'
import { gatherAlerts } from '~/features/alerts/commands/gather-alerts.server'
import { sendAlerts } from '~/features/alerts/commands/send-alerts.server'
import { sendAlertConfirmation } from '~/features/alerts/jobs.server'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { sendMonthlyMail } from '~/features/board/commands/send-monthly-mail.server'
import { eraseAttachment } from '~/features/attachments/commands/erase-attachment.server'
import { classifyPhoto } from '~/features/classifier/commands/classify-photo.server'
import { forgetSuggestions } from '~/features/classifier/commands/forget-suggestions.server'
import { sendContactAnswer, sendContactMail } from '~/features/contact/jobs.server'
import { drawPapers } from '~/features/documents/paper-file.server'
import { writeImport } from '~/features/imports/commands/write-import.server'
import { sendPlaceDecision } from '~/features/directory/jobs.server'
import { sendProgrammeMails } from '~/features/programme/jobs.server'
import { tellOfClubAnswer, tellOfFiche } from '~/features/programme/tell-authors.server'
import { sendWorkshopReminder, tellOfWorkshop } from '~/features/programme/tell-seats.server'
import { sendResetLink } from '~/features/identity/commands/forget-password.server'
import { sendLinkMail, sendNoticeMail } from '~/features/identity/jobs.server'
import {
  proposeForLot,
  proposeForNeed,
  proposeForReservation,
} from '~/features/matching/commands/propose-pairs.server'
import { makePlanNow } from '~/features/matching/commands/make-plan.server'
import { lookAtPhoto } from '~/features/faces/commands/look-at-photo.server'
import { sendDigest } from '~/features/notifications/commands/send-digest.server'
import { tellOfContact } from '~/features/notifications/commands/tell-of-contact.server'
import {
  tellOfLot,
  tellOfNeed,
  tellOfPlanned,
} from '~/features/notifications/commands/tell-of-matches.server'
import {
  tellHoldersOfLot,
  tellOfReservation,
} from '~/features/notifications/commands/tell-of-reservation.server'
import { tellOfCorrection } from '~/features/notifications/commands/tell-of-correction.server'
import { tellOfWaiting } from '~/features/notifications/commands/tell-of-waiting.server'
import { supersedeDecisions } from '~/features/moderation/commands/supersede.server'
import { sendAppealMails, sendDecisionMails, sendReportConfirmation } from '~/features/moderation/jobs.server'
import { erasePhoto } from '~/features/photos/commands/erase-photo.server'
import { endErasure } from '~/features/privacy/commands/end-erasure.server'
import { makeAvif } from '~/features/photos/commands/make-avif.server'
import { repeatPicture } from '~/features/photos/commands/repeat-picture.server'
import { noteFileHashes } from '~/features/photos/commands/note-file-hashes.server'
import { notePictureHash } from '~/features/reservations/commands/note-picture-hash.server'
import { sendDelivery } from '~/features/webhooks/commands/send-delivery.server'
import { tellWebhooks } from '~/features/webhooks/commands/tell-webhooks.server'
import { sendWebhookMails } from '~/features/webhooks/mails.server'
import type { NewJob } from '~/platform/jobs.server'
import { sendMail } from '~/platform/mail.server'
import {
  alertMailPayload,
  answerPayload,
  askedPayload,
  boardMailPayload,
  contactPayload,
  contactedPayload,
  correctionPayload,
  decisionPayload,
  digestPayload,
  erasurePayload,
  ficheChangedPayload,
  fichePayload,
  filesPayload,
  forgottenPayload,
  gatheringPayload,
  handoverPayload,
  holdersPayload,
  importPayload,
  linkPayload,
  lotPayload,
  mailPayload,
  needPayload,
  noticePayload,
  organisationPayload,
  photoPayload,
  picturePayload,
  placePayload,
  planPayload,
  plannedPayload,
  postPayload,
  programmePayload,
  reportPayload,
  reservationPayload,
  seatPayload,
  stepPayload,
  waitingPayload,
  webhookDeliveryPayload,
  webhookNewsPayload,
  webhookPausedPayload,
  workshopPayload,
} from './payloads.server'

type Handler = (payload: Record<string, unknown>, urgency?: NewJob['urgency']) => Promise<void>

/** Every kind of job and what does it. Handlers are idempotent: a job may run again after a crash. */
export const HANDLERS: Record<string, Handler> = {
  'send-report-confirmation': async (payload) => sendReportConfirmation(reportPayload.parse(payload)),
  'send-decision-mails': async (payload) => sendDecisionMails(decisionPayload.parse(payload)),
  'send-appeal-mails': async (payload) => sendAppealMails(decisionPayload.parse(payload)),
  'classify-photo': async (payload, urgency) =>
    classifyPhoto(photoPayload.parse(payload).photoId, { urgency }),
  'reclassify-photo': async (payload) => classifyPhoto(photoPayload.parse(payload).photoId, { urgency: 2 }),
  'forget-suggestions': async (payload) =>
    forgetSuggestions(organisationPayload.parse(payload).organisationId),
  'look-at-photo': async (payload) => lookAtPhoto(photoPayload.parse(payload).photoId),
  'look-again-at-photo': async (payload) => lookAtPhoto(photoPayload.parse(payload).photoId),
  'make-avif': async (payload) => makeAvif(photoPayload.parse(payload).photoId),
  'repeat-picture': async (payload) => repeatPicture(picturePayload.parse(payload).fileId),
  'note-file-hashes': async (payload) => noteFileHashes(photoPayload.parse(payload).photoId),
  'note-picture-hash': async (payload) => notePictureHash(picturePayload.parse(payload).fileId),
  'erase-photo': async (payload) => erasePhoto(filesPayload.parse(payload).storageKey),
  'erase-attachment': async (payload) => eraseAttachment(filesPayload.parse(payload).storageKey),
  'record-handover': async (payload) => recordHandover(handoverPayload.parse(payload).handoverId),
  'draw-papers': async (payload) => drawPapers(handoverPayload.parse(payload).handoverId),
  'send-board-mail': async (payload) => sendMonthlyMail(boardMailPayload.parse(payload)),
  'send-account-link': async (payload) => sendLinkMail(linkPayload.parse(payload)),
  'send-reset-link': async (payload) => sendResetLink(forgottenPayload.parse(payload)),
  'send-account-notice': async (payload) => sendNoticeMail(noticePayload.parse(payload)),
  'send-contact-mail': async (payload) => sendContactMail(contactPayload.parse(payload)),
  'send-contact-answer': async (payload) => sendContactAnswer(answerPayload.parse(payload)),
  'send-place-decision': async (payload) => sendPlaceDecision(placePayload.parse(payload)),
  'send-programme-mails': async (payload) => sendProgrammeMails(programmePayload.parse(payload)),
  'send-workshop-reminder': async (payload) => sendWorkshopReminder(seatPayload.parse(payload)),
  'tell-of-workshop': async (payload) => tellOfWorkshop(workshopPayload.parse(payload)),
  'tell-of-fiche': async (payload) => tellOfFiche(fichePayload.parse(payload)),
  'supersede-fiche-decisions': async (payload) => {
    const { ficheId, ...change } = ficheChangedPayload.parse(payload)
    await supersedeDecisions({ kind: 'fiche', id: ficheId }, change)
  },
  'tell-of-club-answer': async (payload) => tellOfClubAnswer(postPayload.parse(payload)),
  'send-reservation-mails': async (payload) => tellOfReservation(stepPayload.parse(payload)),
  'tell-of-correction': async (payload) => tellOfCorrection(correctionPayload.parse(payload)),
  'tell-of-waiting': async (payload) => tellOfWaiting(waitingPayload.parse(payload)),
  'propose-for-lot': async (payload) => proposeForLot(lotPayload.parse(payload).lotId),
  'propose-for-need': async (payload) => proposeForNeed(needPayload.parse(payload).needId),
  'propose-for-reservation': async (payload) =>
    proposeForReservation(reservationPayload.parse(payload).reservationId),
  'tell-of-lot': async (payload) => tellOfLot(lotPayload.parse(payload).lotId),
  'tell-holders-of-lot': async (payload) => tellHoldersOfLot(holdersPayload.parse(payload)),
  'tell-of-need': async (payload) => tellOfNeed(needPayload.parse(payload).needId),
  'tell-of-planned': async (payload) => {
    const { pairId, lotId, needId } = plannedPayload.parse(payload)
    await tellOfPlanned(pairId, lotId, needId)
  },
  'tell-of-contact': async (payload) => tellOfContact(contactedPayload.parse(payload)),
  'send-digest': async (payload) => sendDigest(digestPayload.parse(payload)),
  'find-alerts-for-lot': async (payload) => findForLot(lotPayload.parse(payload).lotId),
  'find-alerts-for-need': async (payload) => findForNeed(needPayload.parse(payload).needId),
  'find-alerts-for-reservation': async (payload) =>
    findForReservation(reservationPayload.parse(payload).reservationId),
  'gather-alerts': async (payload) => gatherAlerts(gatheringPayload.parse(payload)),
  'send-alerts': async (payload) => sendAlerts(alertMailPayload.parse(payload).mailId),
  'send-alert-confirmation': async (payload) => sendAlertConfirmation(askedPayload.parse(payload)),
  'make-plan': async (payload) => void (await makePlanNow(planPayload.parse(payload))),
  'write-import': async (payload) => writeImport(importPayload.parse(payload)),
  'end-erasure': async (payload) => endErasure(erasurePayload.parse(payload)),
  'tell-webhooks': async (payload) => {
    const news = webhookNewsPayload.parse(payload)
    await tellWebhooks({ ...news, atMs: timeOfId(news.messageId) })
  },
  'send-webhook': async (payload) => sendDelivery(webhookDeliveryPayload.parse(payload).deliveryId),
  'send-webhook-mails': async (payload) => sendWebhookMails(webhookPausedPayload.parse(payload)),
  'send-mail': async (payload) => sendMail(mailPayload.parse(payload)),
}

/** Jobs that a person waits for with the page open, or in front of their mailbox: taken first. */
export const AWAITED: readonly string[] = [
  'record-handover',
  'send-reset-link',
  'send-account-link',
  'send-account-notice',
  'send-alert-confirmation',
]
/** Pairs of what was just published: both sides see them within the second, whatever mails wait for a slow server. */
export const PROPOSALS: readonly string[] = ['propose-for-lot', 'propose-for-need', 'propose-for-reservation']
/** Jobs for the classifier, as many at once as it has threads. */
export const PHOTOS: readonly string[] = ['classify-photo', 'look-at-photo']
/** Jobs that nobody waits for: taken when no other is ready, since they take every core. */
export const UNHURRIED: readonly string[] = [
  'reclassify-photo',
  'look-again-at-photo',
  'make-avif',
  'note-file-hashes',
  'note-picture-hash',
  'erase-photo',
  'erase-attachment',
]
/** The plan for all, minutes of a thread on a large market: beside the others, none of which waits for it. */
export const PLANS: readonly string[] = ['make-plan']
/** Inventories from files, seconds of writing in small parts: beside the others, none of which waits for it. */
export const IMPORTS: readonly string[] = ['write-import']
/** Other software, which may be slow or away: beside the others, a few at a time, each organisation's in turn. */
export const WEBHOOKS: readonly string[] = ['send-webhook']
/** All others: oldest first. */
export const PROMPT: readonly string[] = Object.keys(HANDLERS).filter(
  (kind) =>
    ![AWAITED, PROPOSALS, PHOTOS, PLANS, IMPORTS, WEBHOOKS, UNHURRIED].some((kinds) => kinds.includes(kind)),
)
