import { and, eq, gt, inArray, isNotNull, lte, ne, notInArray, or, type SQL } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { reader } from '~/platform/db.server'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import type { LotViewer } from '../model/visibility'
import { conditionsOf, type LotFilters } from './lot-filters.server'

/** Closed ones are few, and have an index of their own; the open ones would be read anew for each query. */
function closedOrganisations() {
  return reader()
    .select({ id: organisations.id })
    .from(organisations)
    .where(isNotNull(organisations.suspendedAtMs))
}

/** Published by an organisation that is not closed, with something left, and still to be collected today or later. */
export function isOpen(): SQL {
  return and(
    eq(lots.status, 'published'),
    gt(lots.availableMilli, 0),
    gt(lots.availableUntil, isoDayOf(nowMs())),
    notInArray(lots.organisationId, closedOrganisations()),
  )!
}

/** The lots that a viewer sees today, as `isVisibleTo` says it of one; nothing to ask for who sees all. */
export function visibleTo(viewer: LotViewer): SQL | undefined {
  if (viewer.seesAll) return undefined
  const today = isoDayOf(nowMs())
  const { organisationId, territoryCodes } = viewer
  const isOwn = organisationId === null ? undefined : eq(lots.organisationId, organisationId)
  const isShown = or(
    lte(lots.publicFrom, today),
    territoryCodes.length === 0
      ? undefined
      : and(lte(lots.territoryFrom, today), inArray(lots.territoryCode, [...territoryCodes])),
  )
  return or(
    isOwn,
    and(ne(lots.status, 'hidden'), notInArray(lots.organisationId, closedOrganisations()), isShown),
  )
}

/** The condition of a search on `lots`, its words aside: open, seen by whoever looks, and as the filters ask. */
export function isFound(filters: LotFilters, viewer: LotViewer): SQL | undefined {
  return and(conditionOfOpenLots(viewer), ...conditionsOf(filters))
}

/** Open, and shown to the viewer today. */
export function conditionOfOpenLots(viewer: LotViewer): SQL | undefined {
  return and(isOpen(), visibleTo(viewer))
}
