import { z } from 'zod'
import { MATERIAL_TYPES } from '~/core/material-types'
import { RESERVATION_STATUSES } from '~/core/reservation-status'
import { UNITS } from '~/core/units'
import { communeFiguresSchema, lotRecordSchema } from '~/features/open-data/schema'
import { TEST_EVENT, WEBHOOK_EVENTS, type SentEvent } from './model/events'

/*
 * What is sent, by its `type`. Lots and accounts are the records of the public interface, but for the name of an
 * organisation: whoever is meant is told by an id alone.
 */
const lot = lotRecordSchema.omit({ organisation: true }).extend({ organisation_id: z.uuid() })
const goneLot = z.strictObject({ id: z.uuid(), reference: z.string(), url: z.url() })
const reservation = z.strictObject({
  id: z.uuid(),
  url: z.url(),
  status: z.enum(RESERVATION_STATUSES),
  lot_id: z.uuid(),
  lot_reference: z.string(),
  need_id: z.uuid().nullable(),
  giver_organisation_id: z.uuid(),
  taker_organisation_id: z.uuid(),
  material: z.enum(MATERIAL_TYPES),
  unit: z.enum(UNITS),
  quantity: z.number(),
  requested_at: z.iso.datetime(),
})
const handover = z.strictObject({
  reservation_id: z.uuid(),
  url: z.url(),
  lot_id: z.uuid(),
  giver_organisation_id: z.uuid(),
  taker_organisation_id: z.uuid(),
  material: z.enum(MATERIAL_TYPES),
  mass_kg: z.number(),
  handed_over_on: z.iso.date(),
  from_commune_code: z.string(),
  to_commune_code: z.string().nullable(),
  net_avoided_kg_co2e: z.number().nullable(),
  /** Whether it takes the place of what was told before. */
  is_correction: z.boolean(),
})
const accounts = communeFiguresSchema.extend({ url: z.url() })
const test = z.strictObject({ webhook_id: z.uuid() })

const DATA = {
  'lot.published': lot,
  'lot.changed': lot,
  'lot.withdrawn': goneLot,
  'reservation.requested': reservation,
  'reservation.accepted': reservation,
  'reservation.ended': reservation,
  'handover.completed': handover,
  'commune.accounts_updated': accounts,
  [TEST_EVENT]: test,
} as const satisfies Record<SentEvent, z.ZodType>

/** The body of what is sent of each event (Standard Webhooks 1.0): its type, when it happened, and what. */
export type WebhookData = { [Event in SentEvent]: z.output<(typeof DATA)[Event]> }

/** The schema of a body; strict, so that nothing is sent that nobody described. */
export function bodySchemaOf(event: SentEvent) {
  return z.strictObject({ type: z.literal(event), timestamp: z.iso.datetime(), data: DATA[event] })
}

/** Every event that a body is described of. */
export const SENT_EVENTS: readonly SentEvent[] = [...WEBHOOK_EVENTS, TEST_EVENT]

/**
 * The bytes that are sent.
 * @throws ZodError when they are not as described
 */
export function bodyOf<Event extends SentEvent>(
  event: Event,
  atMs: number,
  data: WebhookData[Event],
): string {
  const body = { type: event, timestamp: new Date(atMs).toISOString(), data }
  return JSON.stringify(bodySchemaOf(event).parse(body))
}
