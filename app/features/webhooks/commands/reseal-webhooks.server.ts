import { withTx } from '~/platform/transaction.server'
import { listSealedSecrets, updateWebhook } from '../repo.server'
import { openWebhookSecret, sealWebhookSecret } from '../secrets.server'

/**
 * Seals the secrets of webhooks anew under the operator's secret of today, those that the one before it sealed included.
 * May run again.
 * @returns how many webhooks were sealed, and of how many no known secret opens the one that signs
 */
export async function resealWebhooks(): Promise<{ sealed: number; lost: number }> {
  return withTx(async (tx) => {
    const rows = await listSealedSecrets(tx)
    let lost = 0
    for (const { id, sealedSecret, formerSealedSecret } of rows) {
      const secret = openWebhookSecret(sealedSecret, id)
      const former = formerSealedSecret === null ? null : openWebhookSecret(formerSealedSecret, id)
      if (secret === null) lost += 1
      else {
        await updateWebhook(tx, id, {
          sealedSecret: sealWebhookSecret(secret, id),
          formerSealedSecret: former === null ? null : sealWebhookSecret(former, id),
        })
      }
    }
    return { sealed: rows.length - lost, lost }
  })
}
