import type { LedgerRow } from '~/features/accounting/model/ledger-row'
import { shownTo, type ShownHandovers } from '~/features/accounting/model/shown-handover'
import { readWithholding } from '~/features/accounting/queries/withheld.server'
import { can } from '~/features/organisations/model/permissions'
import { optionalActor } from './actor.server'

/** What the reader of a page may see of rows of the ledger, and below how many a commune's are not told. */
export async function shownHandovers<Entry extends { row: LedgerRow }>(
  request: Request,
  entries: readonly Entry[],
): Promise<ShownHandovers<Omit<Entry, 'row'>> & { threshold: number }> {
  const { mayFollow, withheld, threshold } = await ledgerReader(request)
  return { ...shownTo(entries, { mayFollow, withheld }), threshold }
}

/** Whether a reader is told a row of the ledger at all: their own, and those of communes that have enough. */
export async function toldTo(request: Request): Promise<(row: LedgerRow) => boolean> {
  const { mayFollow, withheld } = await ledgerReader(request)
  const numbers = new Set(withheld.map(({ seq }) => seq))
  return (row) => !numbers.has(row.seq) || mayFollow(row)
}

/** Which rows of the ledger a reader may follow to their lot and signatures, and which are kept from the public. */
export async function ledgerReader(request: Request) {
  const [actor, { threshold, entries: withheld }] = await Promise.all([
    optionalActor(request),
    readWithholding(),
  ])
  const mayFollow = (row: LedgerRow) =>
    actor !== null &&
    can(actor, 'ledger:read', {
      ownerOrganisationIds: [row.giverOrganisationId, row.takerOrganisationId],
      communeCode: row.fromCommuneCode,
    })
  return { mayFollow, isSignedIn: actor !== null, withheld, threshold }
}
