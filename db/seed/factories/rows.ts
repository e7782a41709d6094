import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { attributeRowsOf } from '~/features/lots/model/attribute-rows'
import type { Tx } from '~/platform/transaction.server'
import {
  attributionDecisions,
  attributionProfiles,
  cessionTerms,
  resaleUndertakings,
} from '~db/sqlite/attribution'
import { alertHits, savedSearches } from '~db/sqlite/alerts'
import { reservationDisputes, reservationMessages } from '~db/sqlite/arrangements'
import { basketLines, baskets } from '~db/sqlite/baskets'
import { communePurchases } from '~db/sqlite/board'
import { classifications, photoEmbeddings } from '~db/sqlite/classifier'
import { contactMessages } from '~db/sqlite/contact'
import { directoryPlaces } from '~db/sqlite/directory'
import { labelledExamples } from '~db/sqlite/examples'
import { handoverFiles } from '~db/sqlite/handover-papers'
import { users } from '~db/sqlite/identity'
import { importRows, imports } from '~db/sqlite/imports'
import { labelCodes } from '~db/sqlite/labels'
import { lotAttributes, lotDrafts, lots } from '~db/sqlite/lots'
import { needs } from '~db/sqlite/needs'
import { moderationDecisions, reports } from '~db/sqlite/moderation'
import { memberships, organisations } from '~db/sqlite/organisations'
import { photos } from '~db/sqlite/photos'
import {
  programmeBudgetLines,
  programmeCriteria,
  programmeDossiers,
  programmeFund,
  programmeMilestones,
  programmeReports,
  programmeReviewers,
  programmeReviews,
} from '~db/sqlite/programme'
import { programmeFiches, programmePosts } from '~db/sqlite/programme-library'
import { programmeMaterials, programmeSeats, programmeWorkshops } from '~db/sqlite/programme-workshops'
import { changes, events } from '~db/sqlite/platform'
import { handoverConfirmations, handovers, reservations } from '~db/sqlite/reservations'
import {
  closingEntries,
  closingGaps,
  closingRecords,
  inventories,
  inventoryLines,
  inventoryWastes,
  sites,
} from '~db/sqlite/sites'
import type { AttributionProfileRow, CessionTermsRow, DecisionRow, UndertakingRow } from './attribution'
import { reinstallations, storyConsents } from '~db/sqlite/stories'
import { lotWaiters } from '~db/sqlite/waiting'
import type { AlertHitRow, SavedSearchRow } from './alert'
import type { DisputeRow, MessageRow, WaiterRow } from './arrangement'
import type { BasketLineRow, BasketRow } from './basket'
import type { ClosingEntryRow, ClosingGapRow, ClosingRecordRow, InventoryWasteRow } from './closing'
import type { ContactMessageRow } from './contact-message'
import type { EventRow } from './event'
import type { ImportedRow, ImportRow } from './import'
import type { LabelRow } from './label'
import type { LotDraftRow, LotRow } from './lot'
import type { ModerationRow, ReportRow } from './moderation'
import type { NeedRow } from './need'
import type { MembershipRow, OrganisationRow } from './organisation'
import type { PlaceRow } from './place'
import type { PurchaseRow } from './purchase'
import type { ClassificationRow, EmbeddingRow, ExampleRow, PhotoRow } from './photo'
import { emptyProgrammeRows, type ProgrammeRows } from './programme'
import type { ConfirmationRow, HandoverRow, ReservationRow } from './reservation'
import type { InventoryLineRow, InventoryRow, SiteRow } from './site'
import type { HandoverFileRow, ReinstallationRow, StoryConsentRow } from './story'
import type { UserRow } from './user'

/** Rows made by the factories, by table. The ledger is not here: `recordHandover` writes it. */
export type Rows = ProgrammeRows & {
  organisations: OrganisationRow[]
  users: UserRow[]
  memberships: MembershipRow[]
  sites: SiteRow[]
  inventories: InventoryRow[]
  inventoryLines: InventoryLineRow[]
  inventoryWastes: InventoryWasteRow[]
  closingRecords: ClosingRecordRow[]
  closingEntries: ClosingEntryRow[]
  closingGaps: ClosingGapRow[]
  imports: ImportRow[]
  importRows: ImportedRow[]
  lots: LotRow[]
  lotDrafts: LotDraftRow[]
  labels: LabelRow[]
  needs: NeedRow[]
  baskets: BasketRow[]
  basketLines: BasketLineRow[]
  savedSearches: SavedSearchRow[]
  alertHits: AlertHitRow[]
  attributionProfiles: AttributionProfileRow[]
  cessionTerms: CessionTermsRow[]
  reservations: ReservationRow[]
  undertakings: UndertakingRow[]
  decisions: DecisionRow[]
  confirmations: ConfirmationRow[]
  handovers: HandoverRow[]
  handoverFiles: HandoverFileRow[]
  reinstallations: ReinstallationRow[]
  storyConsents: StoryConsentRow[]
  disputes: DisputeRow[]
  messages: MessageRow[]
  waiters: WaiterRow[]
  photos: PhotoRow[]
  classifications: ClassificationRow[]
  embeddings: EmbeddingRow[]
  examples: ExampleRow[]
  contactMessages: ContactMessageRow[]
  reports: ReportRow[]
  moderation: ModerationRow[]
  places: PlaceRow[]
  purchases: PurchaseRow[]
  events: EventRow[]
}

export function emptyRows(): Rows {
  return {
    organisations: [],
    users: [],
    memberships: [],
    sites: [],
    inventories: [],
    inventoryLines: [],
    inventoryWastes: [],
    closingRecords: [],
    closingEntries: [],
    closingGaps: [],
    imports: [],
    importRows: [],
    lots: [],
    lotDrafts: [],
    labels: [],
    needs: [],
    baskets: [],
    basketLines: [],
    savedSearches: [],
    alertHits: [],
    attributionProfiles: [],
    cessionTerms: [],
    reservations: [],
    undertakings: [],
    decisions: [],
    confirmations: [],
    handovers: [],
    handoverFiles: [],
    reinstallations: [],
    storyConsents: [],
    disputes: [],
    messages: [],
    waiters: [],
    photos: [],
    classifications: [],
    embeddings: [],
    examples: [],
    contactMessages: [],
    reports: [],
    moderation: [],
    places: [],
    ...emptyProgrammeRows(),
    purchases: [],
    events: [],
  }
}

/** Rows of one insert statement: some 40 columns each at most stay far below SQLite's limit of 32,766 parameters. */
const CHUNK = 400

/** Writes rows of one table. */
export type Insert = <Table extends SQLiteTable>(
  table: Table,
  rows?: readonly Table['$inferInsert'][],
) => Promise<void>

/** Inserts rows in the order that their references ask for, inside the caller's transaction. */
export async function insertRows(tx: Tx, rows: Partial<Rows>, insert: Insert = inserter(tx)): Promise<void> {
  await insert(organisations, rows.organisations)
  await insert(users, rows.users)
  await insert(memberships, rows.memberships)
  await insert(sites, rows.sites)
  await insert(inventories, rows.inventories)
  await insert(inventoryLines, rows.inventoryLines)
  await insert(inventoryWastes, rows.inventoryWastes)
  await insert(closingRecords, rows.closingRecords)
  await insert(closingEntries, rows.closingEntries)
  await insert(closingGaps, rows.closingGaps)
  await insert(imports, rows.imports)
  await insert(importRows, rows.importRows)
  await insert(lots, rows.lots)
  await insert(lotAttributes, rows.lots?.flatMap(attributeRowsOf))
  await insert(lotDrafts, rows.lotDrafts)
  await insert(labelCodes, rows.labels)
  await insert(needs, rows.needs)
  await insert(baskets, rows.baskets)
  await insert(basketLines, rows.basketLines)
  await insert(savedSearches, rows.savedSearches)
  await insert(alertHits, rows.alertHits)
  await insert(attributionProfiles, rows.attributionProfiles)
  await insert(cessionTerms, rows.cessionTerms)
  await insert(reservations, rows.reservations)
  await insert(resaleUndertakings, rows.undertakings)
  await insert(attributionDecisions, rows.decisions)
  await insert(handoverConfirmations, rows.confirmations)
  await insert(handovers, rows.handovers)
  await insert(handoverFiles, rows.handoverFiles)
  await insert(reinstallations, rows.reinstallations)
  await insert(storyConsents, rows.storyConsents)
  await insert(reservationDisputes, rows.disputes)
  await insert(reservationMessages, rows.messages)
  await insert(lotWaiters, rows.waiters)
  await insert(photos, rows.photos)
  await insert(classifications, rows.classifications)
  await insert(photoEmbeddings, rows.embeddings)
  await insert(labelledExamples, rows.examples)
  await insert(contactMessages, rows.contactMessages)
  await insert(moderationDecisions, rows.moderation)
  await insert(reports, rows.reports)
  await insert(directoryPlaces, rows.places)
  await insertProgramme(insert, rows)
  await insert(communePurchases, rows.purchases)
  await insert(events, rows.events)
  await insert(changes, changesOf(rows))
}

async function insertProgramme(insert: Insert, rows: Partial<Rows>): Promise<void> {
  await insert(programmeFund, rows.programmeFund)
  await insert(programmeCriteria, rows.programmeCriteria)
  await insert(programmeReviewers, rows.programmeReviewers)
  await insert(programmeDossiers, rows.programmeDossiers)
  await insert(programmeReviews, rows.programmeReviews)
  await insert(programmeBudgetLines, rows.programmeBudgetLines)
  await insert(programmeMilestones, rows.programmeMilestones)
  await insert(programmeReports, rows.programmeReports)
  await insert(programmeWorkshops, rows.programmeWorkshops)
  await insert(programmeSeats, rows.programmeSeats)
  await insert(programmeMaterials, rows.programmeMaterials)
  await insert(programmeFiches, rows.programmeFiches)
  await insert(programmePosts, rows.programmePosts)
}

/** What the caches of a running server follow: the rows that they hold, and what the events tell of. */
function changesOf({
  organisations: made = [],
  lots: given = [],
  needs: wanted = [],
  events: told = [],
}: Partial<Rows>) {
  const noted = (entity: string, rows: readonly { id: string; createdAtMs: number }[]) =>
    rows.map(({ id, createdAtMs }) => ({ entity, entityId: id, atMs: createdAtMs }))
  return [
    ...noted('organisation', made),
    ...noted('lot', given),
    ...noted('need', wanted),
    ...told.map(({ entity, entityId, atMs }) => ({ entity, entityId, atMs })),
  ]
}

function inserter(tx: Tx): Insert {
  return async <Table extends SQLiteTable>(
    table: Table,
    rows: readonly Table['$inferInsert'][] = [],
  ): Promise<void> => {
    for (let start = 0; start < rows.length; start += CHUNK) {
      await tx.insert(table).values(rows.slice(start, start + CHUNK))
    }
  }
}
