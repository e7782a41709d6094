import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { PREFERENCES, type Preference } from '../model/kinds'
import { savePreference } from '../repo.server'

/** Keeps which e-mails the actor wants; what is not named is off. */
export async function chooseMails(actor: Actor, wanted: readonly Preference[]): Promise<void> {
  await withTx(async (tx) => {
    for (const kind of PREFERENCES) {
      const email = wanted.includes(kind) ? 'immediate' : 'off'
      await savePreference(tx, { userId: actor.userId, kind, email })
    }
  })
}
