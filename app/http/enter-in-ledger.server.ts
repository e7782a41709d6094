import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { logError } from './log-error.server'

/** Shows the effect at once. The outbox enters the handover anyway, so that a fault here loses nothing. */
export async function enterInLedger(handoverId: string, request: Request, requestId: string): Promise<void> {
  try {
    await recordHandover(handoverId)
  } catch (error) {
    logError(error, request, requestId)
  }
}
