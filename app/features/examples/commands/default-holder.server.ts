import { officialOrganisation } from '~/features/organisations/commands/official-organisation.server'
import { withTx } from '~/platform/transaction.server'

/** The Métropole's organisation, which holds imported photos unless told otherwise; null before there is one. */
export async function defaultHolder(): Promise<string | null> {
  const found = await withTx((tx) => officialOrganisation(tx, { kind: 'metropole', actorUserId: '' }))
  return found.ok ? found.value.id : null
}
