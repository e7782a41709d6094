import { noteChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { deleteUnwantedClassifications } from '../repo.server'

/** Erases what the model said of the photos of an organisation that wants none analysed. Idempotent. */
export async function forgetSuggestions(organisationId: string): Promise<void> {
  await withTx(async (tx) => {
    const lotIds = await deleteUnwantedClassifications(tx, organisationId)
    for (const lotId of lotIds) await noteChange(tx, 'lot', lotId)
  })
}
