import type { z } from 'zod'
import { classifyKey } from '~/features/classifier/commands/hasten-classification.server'
import { isToldToWebhooks } from '~/features/webhooks/model/events'
import { env } from '~/platform/env.server'
import type { NewJob } from '~/platform/jobs.server'
import type { OutboxMessage } from '~/platform/outbox.server'
import { addedPayload, correctionTopic, stepTopic, waitingTopic } from './payloads.server'

/** News of a lot or a need that may make a pair that was none before. */
const LOT_TOPICS = ['lot.published', 'lot.visible', 'lot.changed']
const NEED_TOPICS = ['need.stated', 'need.changed']

/** Steps of a reservation that take from a lot or give back to it. */
const MOVES_STOCK: readonly string[] = [
  'reservation.requested',
  'reservation.refused',
  'reservation.cancelled',
  'reservation.expired',
  'reservation.collected',
]

/** Those that give back: a lot of which nothing was left is there again. */
const GIVES_BACK: readonly string[] = ['reservation.refused', 'reservation.cancelled', 'reservation.expired']

/** Messages that one job works off as they are. */
const PLAIN: Readonly<Record<string, string>> = {
  'organisation.photos-not-analysed': 'forget-suggestions',
  'account.erased': 'end-erasure',
  'photo.removed': 'erase-photo',
  'attachment.removed': 'erase-attachment',
  'import.launched': 'write-import',
  'picture.installed': 'repeat-picture',
  'match-pair.planned': 'tell-of-planned',
}

/** Messages of which one job writes e-mails, named after the message so that none is sent twice. */
const LETTERS: Readonly<Record<string, string>> = {
  'account.forgotten': 'send-reset-link',
  'account.link': 'send-account-link',
  'account.notice': 'send-account-notice',
  'contact.received': 'send-contact-mail',
  'contact.answered': 'send-contact-answer',
  'report.asked': 'send-report-confirmation',
  'moderation.decided': 'send-decision-mails',
  'moderation.answered': 'send-appeal-mails',
  'alert.asked': 'send-alert-confirmation',
  'webhook.paused': 'send-webhook-mails',
  'place.decided': 'send-place-decision',
  'match-pair.contacted': 'tell-of-contact',
  'workshop.changed': 'tell-of-workshop',
  'fiche.decided': 'tell-of-fiche',
  'fiche.changed': 'supersede-fiche-decisions',
  'club.answered': 'tell-of-club-answer',
}

/** The jobs that a message of the outbox asks for. */
export function jobsFor(message: OutboxMessage): NewJob[] {
  return [...jobsWithin(message), ...jobsForWebhooks(message)]
}

/** Other software hears of it too, where the operator lets it. */
function jobsForWebhooks({ id, topic, payload }: OutboxMessage): NewJob[] {
  if (env().webhooks === null || !isToldToWebhooks(topic)) return []
  const { lotId, reservationId, handoverId, stage } = payload
  const told = { messageId: id, topic, lotId, reservationId, handoverId, stage }
  return [{ kind: 'tell-webhooks', dedupeKey: id, payload: told }]
}

function jobsWithin(message: OutboxMessage): NewJob[] {
  const { id, topic, payload } = message
  const plain = PLAIN[topic]
  if (plain) return [{ kind: plain, dedupeKey: id, payload }]
  const letter = LETTERS[topic]
  if (letter) return [{ kind: letter, dedupeKey: id, payload: { ...payload, messageId: id } }]
  if (topic === 'photo.added') return jobsForPhoto(id, addedPayload.parse(payload))
  if (topic === 'photo.kept') return [lookAt(addedPayload.parse(payload))]
  // Keys of their own: a job is done once for each key, and these were done for the picture of before.
  if (topic === 'photo.blurred')
    return ['reclassify-photo', 'make-avif'].map((kind) => ({ kind, dedupeKey: id, payload }))
  if (topic === 'handover.completed')
    return ['record-handover', 'draw-papers'].map((kind) => ({ kind, dedupeKey: id, payload }))
  if (topic.startsWith('programme.')) {
    const step = topic.slice('programme.'.length)
    return [{ kind: 'send-programme-mails', dedupeKey: id, payload: { ...payload, step, messageId: id } }]
  }
  if (LOT_TOPICS.includes(topic)) {
    const toHolders = { kind: 'tell-holders-of-lot', dedupeKey: id, payload: { ...payload, messageId: id } }
    const propose = { kind: 'propose-for-lot', dedupeKey: id, payload }
    const tellOf = { kind: 'tell-of-lot', dedupeKey: id, payload }
    const find = { kind: 'find-alerts-for-lot', dedupeKey: id, payload }
    return payload.toHolders === true ? [propose, tellOf, find, toHolders] : [propose, tellOf, find]
  }
  if (NEED_TOPICS.includes(topic)) {
    const kinds = ['propose-for-need', 'tell-of-need', 'find-alerts-for-need']
    return kinds.map((kind) => ({ kind, dedupeKey: id, payload }))
  }
  if (correctionTopic.safeParse(topic).success)
    return [{ kind: 'tell-of-correction', dedupeKey: id, payload: { ...payload, messageId: id, topic } }]
  if (waitingTopic.safeParse(topic).success)
    return [{ kind: 'tell-of-waiting', dedupeKey: id, payload: { ...payload, messageId: id, topic } }]
  if (stepTopic.safeParse(topic).success) {
    const step = { actorUserId: null, ...payload, messageId: id, topic }
    const mails = { kind: 'send-reservation-mails', dedupeKey: id, payload: step }
    const propose = { kind: 'propose-for-reservation', dedupeKey: id, payload }
    const find = { kind: 'find-alerts-for-reservation', dedupeKey: id, payload }
    if (GIVES_BACK.includes(topic)) return [propose, mails, find]
    return MOVES_STOCK.includes(topic) ? [propose, mails] : [mails]
  }
  return []
}

type AddedPhoto = z.output<typeof addedPayload>

/** All that is done of photos of messages and of what was put back to work: they are no example of a material. */
function lookAt({ photoId, organisationId }: AddedPhoto): NewJob {
  return {
    kind: 'look-at-photo',
    dedupeKey: photoId,
    payload: { photoId },
    fairKey: organisationId,
    urgency: 2,
  }
}

/** Each organisation's photos take turns with those of the others. */
function jobsForPhoto(messageId: string, added: AddedPhoto): NewJob[] {
  const { photoId, organisationId, isBackground = false } = added
  const job = { payload: { photoId }, fairKey: organisationId }
  const urgency = isBackground ? 2 : 1
  return [
    { ...job, kind: 'classify-photo', dedupeKey: `${classifyKey(photoId)}${messageId}`, urgency },
    // After what a form waits for: material first, then whoever may be in the picture.
    lookAt(added),
    { ...job, kind: 'make-avif', dedupeKey: photoId },
  ]
}
