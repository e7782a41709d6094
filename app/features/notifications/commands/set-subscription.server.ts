import { withTx } from '~/platform/transaction.server'
import { savePreference } from '../repo.server'
import type { Subscription } from '../unsubscribe-link.server'

/** Ends, or begins again, e-mails of one kind for the person of a signed link. Doing it twice changes nothing. */
export async function setSubscription({ userId, preference }: Subscription, wanted: boolean): Promise<void> {
  const email = wanted ? 'immediate' : 'off'
  await withTx((tx) => savePreference(tx, { userId, kind: preference, email }))
}
