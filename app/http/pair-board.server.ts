import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { HANDED_OVER_STATUSES, LIVE_STATUSES } from '~/core/reservation-status'
import type { z } from 'zod'
import type { PairStage } from '~/features/matching/model/pair-stage'
import {
  countBoardPairs,
  listBoardPairs,
  type PairFilter,
} from '~/features/matching/queries/pair-board.server'
import { listPairMessages } from '~/features/matching/queries/pair-messages.server'
import type { pairSearchSchema } from '~/features/matching/schema'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { rowsFor } from '~/features/reservations/model/reservation-row'
import { listConfirmationsOf } from '~/features/reservations/queries.server'
import {
  countReservationsOfPairs,
  listReservationsOfPairs,
} from '~/features/reservations/queries/of-pairs.server'

export type BoardSearch = z.output<typeof pairSearchSchema>

/** Pairs on one page. */
const PAGE_SIZE = 10

/** What the page of pairs shows of a stage, and how many pairs there are at each. */
export async function readBoard(actor: Actor, search: BoardSearch) {
  const filter = filterOf(actor, search)
  const counts = await countStages(filter)
  const total = counts[search.etape]
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(search.page, pages)
  const range = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  return {
    today: isoDayOf(nowMs()),
    stage: search.etape,
    counts,
    page,
    pages,
    ...(await listStage(filter, search.etape, range)),
    mayPublish: can(actor, 'lot:create'),
    mayState: can(actor, 'need:create'),
  }
}

/** All that a stage holds, for the export. */
export async function readStage(actor: Actor, search: BoardSearch) {
  return listStage(filterOf(actor, search), search.etape, { limit: 1000, offset: 0 })
}

function filterOf(actor: Actor, search: BoardSearch): PairFilter {
  const side = search.cote && (search.cote === 'lots' ? 'giver' : 'taker')
  return { organisationId: actor.organisationId, side, material: search.matiere }
}

async function countStages(filter: PairFilter): Promise<Record<PairStage, number>> {
  const [proposes, contactes, ecartes, reserves, remis] = await Promise.all([
    countBoardPairs(filter, 'proposes'),
    countBoardPairs(filter, 'contactes'),
    countBoardPairs(filter, 'ecartes'),
    countReservationsOfPairs({ ...filter, statuses: LIVE_STATUSES }),
    countReservationsOfPairs({ ...filter, statuses: HANDED_OVER_STATUSES }),
  ])
  return { proposes, contactes, reserves, remis, ecartes }
}

async function listStage(filter: PairFilter, stage: PairStage, range: { limit: number; offset: number }) {
  if (stage === 'reserves' || stage === 'remis') {
    const statuses = stage === 'reserves' ? LIVE_STATUSES : HANDED_OVER_STATUSES
    return { pairs: [], rows: await listReserved(filter, statuses, range) }
  }
  const pairs = await listBoardPairs(filter, stage, range)
  const [photos, messages] = await Promise.all([
    listPhotosOfLots([...new Set(pairs.map(({ lot }) => lot.id))]),
    listPairMessages(pairs.map(({ id }) => id)),
  ])
  return {
    rows: [],
    pairs: pairs.map((pair) => ({
      ...pair,
      photo: photos.get(pair.lot.id)?.[0] ?? null,
      messages: messages.get(pair.id) ?? [],
      messageId: newId(),
    })),
  }
}

async function listReserved(
  filter: PairFilter,
  statuses: Parameters<typeof countReservationsOfPairs>[0]['statuses'],
  range: { limit: number; offset: number },
) {
  const views = await listReservationsOfPairs({ ...filter, statuses }, range)
  const [confirmations, photos] = await Promise.all([
    listConfirmationsOf(views.map(({ id }) => id)),
    listPhotosOfLots([...new Set(views.map(({ lotId }) => lotId))]),
  ])
  const rows = rowsFor(filter.organisationId, views, confirmations)
  return rows.map((row) => ({ ...row, photo: photos.get(row.view.lotId)?.[0] ?? null }))
}

type Listed = Awaited<ReturnType<typeof listStage>>
export type ListedPair = Listed['pairs'][number]
export type ListedReservation = Listed['rows'][number]
