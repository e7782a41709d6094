import type { LedgerRow } from '~/features/accounting/model/ledger-row'
import { shownTo, type ShownHandovers } from '~/features/accounting/model/shown-handover'
import { countByGroup } from '~/features/accounting/queries.server'
import { readAccountingSettings } from '~/features/accounting/queries/settings.server'
import { can } from '~/features/organisations/model/permissions'
import { optionalActor } from './actor.server'

/** What the reader of a page may see of rows of the ledger, and below how many a commune's are not told one by one. */
export async function shownHandovers<Entry extends { row: LedgerRow }>(
  request: Request,
  entries: readonly Entry[],
): Promise<ShownHandovers<Omit<Entry, 'row'>> & { threshold: number }> {
  const [actor, countOf, { publicThreshold: threshold }] = await Promise.all([
    optionalActor(request),
    countByGroup(),
    readAccountingSettings(),
  ])
  const mayFollow = (row: LedgerRow) =>
    actor !== null &&
    can(actor, 'ledger:read', {
      ownerOrganisationIds: [row.giverOrganisationId, row.takerOrganisationId],
      communeCode: row.fromCommuneCode,
    })
  return { ...shownTo(entries, { mayFollow, countOf, threshold }), threshold }
}
