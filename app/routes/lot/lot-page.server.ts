import type { IsoDay } from '~/core/days'
import { criteriaInForce, findKind, rulesInForce } from '~/features/attribution/queries.server'
import { listAttachmentsOfLot } from '~/features/attachments/queries.server'
import { listCommunes } from '~/features/communes/queries.server'
import { handlingNear } from '~/features/directory/nearby.server'
import { paths } from '~/core/paths'
import type { LotView } from '~/features/lots/model/lot'
import { lotDaysOf } from '~/features/lots/model/lot-days'
import { lotStateOf } from '~/features/lots/model/lot-state'
import type { LotViewer } from '~/features/lots/model/visibility'
import { similarTo } from '~/features/lots/photo-search.server'
import { findPlaceInLine, listLine } from '~/features/lots/queries/waiting.server'
import type { SimilarLotView } from '~/features/lots/ui/similar-lots'
import type { PairView } from '~/features/matching/model/pair-view'
import { findNearNeedsForLot, findNeedsForLot, scoreLotForNeed } from '~/features/matching/queries.server'
import type { NeedView } from '~/features/needs/model/need'
import { listOpenNeedsOf } from '~/features/needs/queries.server'
import { isPublicBody } from '~/features/organisations/model/organisation'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { lotCarbon } from '~/http/lot-carbon.server'

/** Who reads the page, as far as it changes what they can do next. */
export type Reader = 'visitor' | 'owner' | 'taker' | 'giver' | 'follower'
export type NeedPair = { need: NeedView; view: PairView }

const SHOWN_PAIRS = 5

/** Everything that the page of a lot shows to this reader. The address of the site is no part of it. */
export async function readLotPage(lot: LotView, actor: Actor | null, viewer: LotViewer) {
  const days = lotDaysOf(lot)
  const { today } = days
  const state = lotStateOf(lot, today)
  const reader = readerOf(lot, actor)
  const [photos, pairs, near, carbon, documents, similar, territoryName, handling, attribution, line] =
    await Promise.all([
      listPhotosOfLots([lot.id]),
      state === 'withdrawn' || state === 'over' ? [] : pairsFor(reader, lot, actor),
      state === 'open' ? nearFor(reader, lot, actor) : [],
      lotCarbon(lot, reader === 'taker' ? actor?.communeCode : null),
      listAttachmentsOfLot(lot.id),
      similarOf(lot, viewer),
      reader === 'owner' ? territoryNameOf(lot) : null,
      handlingNear(lot.communeCode, lot.material),
      attributionOf(lot, today),
      lineFor(reader, lot, actor),
    ])
  return {
    lot,
    days,
    state,
    reader,
    photos: photos.get(lot.id) ?? [],
    pairs,
    near,
    carbon,
    documents,
    similar,
    territoryName,
    handling,
    attribution,
    line,
  }
}

/** By what the lot is attributed, and the rules that bind a public giver. */
async function attributionOf(lot: LotView, today: IsoDay) {
  const [inForce, kind] = await Promise.all([criteriaInForce(lot), findKind(lot.organisationId)])
  return { inForce, rules: isPublicBody(kind) ? (await rulesInForce(today)).rules : null }
}

/** Lots whose photos resemble the lot's, each with its first photo and the kilometres from here. */
async function similarOf(lot: LotView, viewer: LotViewer): Promise<SimilarLotView[]> {
  const found = await similarTo(lot, viewer)
  const photos = await listPhotosOfLots(found.map((one) => one.lot.id))
  return found.map((one) => ({ lot: one.lot, km: one.km, photo: photos.get(one.lot.id)?.[0] ?? null }))
}

/** The name of the commune or EPT that sees the lot first; null when none does. */
async function territoryNameOf({ territory, territoryCode }: LotView): Promise<string | null> {
  if (!territory || !territoryCode) return null
  const communes = await listCommunes()
  const place = communes.find(({ code, eptCode }) =>
    territory === 'ept' ? eptCode === territoryCode : code === territoryCode,
  )
  return (territory === 'ept' ? place?.eptName : place?.name) ?? territoryCode
}

function readerOf(lot: LotView, actor: Actor | null): Reader {
  if (!actor) return 'visitor'
  if (can(actor, 'lot:manage', { ownerOrganisationIds: [lot.organisationId] })) return 'owner'
  if (can(actor, 'reservation:create') && actor.organisationId !== lot.organisationId) return 'taker'
  return actor.roles.includes('giver') ? 'giver' : 'follower'
}

/** What the reader is shown of those who wait: the owner how many, a taker whether they are among them. */
async function lineFor(reader: Reader, lot: LotView, actor: Actor | null) {
  if (reader === 'owner') return { count: (await listLine(lot.id)).length, isIn: false }
  const place = reader === 'taker' && actor ? await findPlaceInLine(lot.id, actor.organisationId) : null
  return { count: 0, isIn: place !== null }
}

/** For the owner, the best needs of others; for a taker, their own open needs that the lot serves. */
async function pairsFor(reader: Reader, lot: LotView, actor: Actor | null): Promise<NeedPair[]> {
  if (reader === 'owner') {
    const best = await findNeedsForLot(lot, SHOWN_PAIRS)
    return best.map(({ item, view }) => ({ need: item, view }))
  }
  if (reader !== 'taker' || !actor) return []
  const needs = await listOpenNeedsOf(actor.organisationId)
  const scored = await Promise.all(
    needs.map(async (need) => ({ need, view: await scoreLotForNeed(lot, need) })),
  )
  return scored
    .flatMap(({ need, view }) => (view ? [{ need, view }] : []))
    .sort((a, b) => b.view.score - a.view.score)
    .slice(0, SHOWN_PAIRS)
}

/** Needs that one criterion alone keeps from the lot: others' for its owner, their own for a taker. */
async function nearFor(reader: Reader, lot: LotView, actor: Actor | null) {
  if (!actor || (reader !== 'owner' && reader !== 'taker')) return []
  const near = await findNearNeedsForLot(lot, reader === 'taker' ? actor.organisationId : null)
  return near.map(({ item, miss }) => ({
    miss,
    item: {
      id: item.id,
      title: item.title,
      to: paths.need(item.id),
      place: `${item.communeName}, ${item.organisationName}`,
    },
  }))
}
