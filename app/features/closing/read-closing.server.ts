import { findInventory, listWastes } from '~/features/sites/queries.server'
import { closingSums, type ClosingSums } from './model/closing-record'
import type { ClosingEntryView, SiteHandoverView } from './model/closing-views'
import {
  findClosingRecord,
  listClosingEntries,
  listGaps,
  listSiteHandovers,
  type ClosingRecordView,
} from './queries.server'

export type ClosingView = {
  record: ClosingRecordView
  /** The survey's own day and maker; null for a site without one. */
  survey: { kind: 'pemd' | 'resources'; surveyedOn: string; surveyor: string } | null
  handovers: SiteHandoverView[]
  entries: ClosingEntryView[]
  sums: ClosingSums
}

/** The closing record of a site with all that it is made from, as it stands now. */
export async function readClosing(siteId: string): Promise<ClosingView> {
  const [record, inventory, wastes, handovers, entries, gaps] = await Promise.all([
    findClosingRecord(siteId),
    findInventory(siteId),
    listWastes(siteId),
    listSiteHandovers(siteId),
    listClosingEntries(siteId),
    listGaps(siteId),
  ])
  const lines = inventory?.lines ?? []
  return {
    record,
    survey: inventory && {
      kind: inventory.kind,
      surveyedOn: inventory.surveyedOn,
      surveyor: inventory.surveyor,
    },
    handovers,
    entries,
    sums: closingSums({ lines, wastes, handovers, entries, gaps }),
  }
}
