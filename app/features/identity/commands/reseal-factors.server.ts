import { withTx } from '~/platform/transaction.server'
import { listSealedTotps, replaceSealedTotp } from '../repo/second-factors.server'
import { seal, unseal } from '../seal.server'

/**
 * Seals the secret of every application anew under the operator's secret of today, those that the one before it sealed
 * included. May run again.
 * @returns how many were sealed, and how many no known secret opens
 */
export async function resealFactors(): Promise<{ sealed: number; lost: number }> {
  return withTx(async (tx) => {
    const factors = await listSealedTotps(tx)
    let lost = 0
    for (const { userId, sealedSecret } of factors) {
      const secret = unseal(sealedSecret, 'totp', userId)
      if (secret === null) lost += 1
      else await replaceSealedTotp(tx, userId, seal(secret, 'totp', userId))
    }
    return { sealed: factors.length - lost, lost }
  })
}
