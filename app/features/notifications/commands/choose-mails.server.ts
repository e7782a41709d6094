import { withTx } from '~/platform/transaction.server'
import { PREFERENCES, type Paces } from '../model/kinds'
import { savePreference } from '../repo.server'

/** Keeps how a person wants the kinds of e-mail that are named; the others stay as they are. */
export async function chooseMails(userId: string, chosen: Partial<Paces>): Promise<void> {
  await withTx(async (tx) => {
    for (const kind of PREFERENCES) {
      const email = chosen[kind]
      if (email) await savePreference(tx, { userId, kind, email })
    }
  })
}
