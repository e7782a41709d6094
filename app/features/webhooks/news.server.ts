import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { MILLI } from '~/core/units'
import { findEffectiveRow, findHandoverParties } from '~/features/accounting/queries/corrections.server'
import { findCommune } from '~/features/communes/queries.server'
import { isVisibleTo } from '~/features/lots/model/visibility'
import { findLot, listViewers } from '~/features/lots/queries.server'
import { readCommuneFigures } from '~/features/open-data/commune-figures.server'
import { lotRecords } from '~/features/open-data/datasets.server'
import { findCompletedHandover, findReservationView } from '~/features/reservations/queries.server'
import { env } from '~/platform/env.server'
import { isEntryNews, lotEventOf, reservationEventOf, type WebhookEvent } from './model/events'
import { isInScope } from './model/webhook'
import { bodyOf } from './payload-schema'
import type { Listener } from './queries.server'

/** A message of the outbox, as far as webhooks tell of it. */
export type ToldMessage = {
  topic: string
  /** When it was written. */
  atMs: number
  lotId?: string
  reservationId?: string
  handoverId?: string
  /** Of `lot.visible`: who sees the lot from now on. */
  stage?: string
}

/** An event, which of those who listen hear of it, and what they read; null where there is nothing to say any more. */
export type News = {
  event: WebhookEvent
  isFor: (listener: Listener) => boolean
  body: () => Promise<string | null>
}

/** What a message has to say to those who listen, each event once. What it says is as things stand now. */
export async function newsOf(message: ToldMessage, listeners: readonly Listener[]): Promise<News[]> {
  const { topic, handoverId } = message
  if (handoverId !== undefined && isEntryNews(topic)) return newsOfEntry(message, handoverId)
  const deal = await newsOfReservation(message)
  const lotId = message.lotId ?? deal?.lotId
  const lot = lotId === undefined ? null : await newsOfLot(message, lotId, listeners)
  return [...(deal ? [deal.news] : []), ...(lot ? [lot] : [])]
}

async function newsOfLot(
  { topic, atMs, stage }: ToldMessage,
  lotId: string,
  listeners: readonly Listener[],
): Promise<News | null> {
  const event = lotEventOf(topic)
  const lot = event && (await findLot(lotId))
  if (!event || !lot) return null
  // What came after has a message of its own.
  const isGone = event === 'lot.withdrawn'
  if (isGone === (lot.status === 'published')) return null
  const commune = await findCommune(lot.communeCode)
  const viewers = await listViewers(listeners.map(({ organisationId }) => organisationId))
  const today = isoDayOf(nowMs())
  const seen = { ...lot, status: 'published' }
  return {
    event,
    isFor: ({ organisationId, scope }) => {
      const viewer = viewers.get(organisationId)
      const isOwn = lot.organisationId === organisationId
      if (!viewer || !isVisibleTo(seen, viewer, today)) return false
      const sawBefore =
        isOwn || (stage === 'public' && viewer.territoryCodes.includes(lot.territoryCode ?? ''))
      if (topic === 'lot.visible' && sawBefore) return false
      return isInScope(scope, { isOwn, communeCode: lot.communeCode, eptCode: commune?.eptCode ?? null })
    },
    body: async () => {
      const { id, reference, organisationId } = lot
      const url = env().publicUrl + paths.lot(id)
      if (isGone) return bodyOf('lot.withdrawn', atMs, { id, reference, url })
      const places = new Map(commune ? [[commune.code, commune]] : [])
      const [record] = await lotRecords([lot], places)
      if (!record) return null
      const { organisation: _, ...facts } = record
      return bodyOf(event, atMs, { ...facts, organisation_id: organisationId })
    },
  }
}

async function newsOfReservation({ topic, atMs, reservationId }: ToldMessage) {
  const view = reservationId === undefined ? null : await findReservationView(reservationId)
  const event = reservationEventOf(topic)
  if (!view || !event) return null
  const news: News = {
    event,
    isFor: ({ organisationId }) =>
      [view.giverOrganisationId, view.takerOrganisationId].includes(organisationId),
    body: () =>
      Promise.resolve(
        bodyOf(event, atMs, {
          id: view.id,
          url: env().publicUrl + paths.reservation(view.id),
          status: view.status,
          lot_id: view.lotId,
          lot_reference: view.lotReference,
          need_id: view.needId,
          giver_organisation_id: view.giverOrganisationId,
          taker_organisation_id: view.takerOrganisationId,
          material: view.material,
          unit: view.lotUnit,
          quantity: view.quantityMilli / MILLI,
          requested_at: new Date(view.createdAtMs).toISOString(),
        }),
      ),
  }
  return { news, lotId: view.lotId }
}

/** An entry of the ledger tells both sides of their handover, and the commune that its accounts have changed. */
async function newsOfEntry({ topic, atMs }: ToldMessage, handoverId: string): Promise<News[]> {
  const [parties, done, row] = await Promise.all([
    findHandoverParties(handoverId),
    findCompletedHandover(handoverId),
    findEffectiveRow(handoverId),
  ])
  if (!parties || !done) return []
  const { fromCommuneCode, reservationId, giverOrganisationId, takerOrganisationId, lotId } = parties
  const handover: News = {
    event: 'handover.completed',
    isFor: ({ organisationId }) => [giverOrganisationId, takerOrganisationId].includes(organisationId),
    body: () =>
      Promise.resolve(
        bodyOf('handover.completed', atMs, {
          reservation_id: reservationId,
          url: env().publicUrl + paths.reservation(reservationId),
          lot_id: lotId,
          giver_organisation_id: giverOrganisationId,
          taker_organisation_id: takerOrganisationId,
          material: done.material,
          mass_kg: (row?.massG ?? 0) / 1000,
          handed_over_on: done.handedOverOn,
          from_commune_code: done.fromCommuneCode,
          to_commune_code: done.toCommuneCode,
          net_avoided_kg_co2e: row?.netAvoidedGCo2e == null ? null : row.netAvoidedGCo2e / 1000,
          is_correction: topic === 'ledger.corrected',
        }),
      ),
  }
  const accounts: News = {
    event: 'commune.accounts_updated',
    isFor: ({ roles, communeCode }) =>
      roles.includes('metropole-admin') ||
      (roles.includes('commune-agent') && communeCode === fromCommuneCode),
    body: async () => {
      const year = Number(done.handedOverOn.slice(0, 4))
      const figures = await readCommuneFigures(fromCommuneCode, year)
      const url = env().publicUrl + paths.commune(fromCommuneCode)
      return figures && bodyOf('commune.accounts_updated', atMs, { ...figures, url })
    },
  }
  return [handover, accounts]
}
