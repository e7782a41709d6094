import { nowMs } from '~/core/clock'
import { announceStages } from '~/features/lots/commands/announce-stages.server'
import { expireRequests } from '~/features/reservations/commands/expire-requests.server'

const MINUTE_MS = 60_000

/** Work that no message asks for, and how often. Each may run in several processes at once, and again after a crash. */
const TASKS: readonly { everyMs: number; run: () => Promise<unknown> }[] = [
  { everyMs: MINUTE_MS, run: expireRequests },
  { everyMs: 10 * MINUTE_MS, run: announceStages },
]

/** A housekeeper runs what is due at each call; all of it at the first. */
export function createHousekeeper(): () => Promise<void> {
  const ranAtMs = new Map<number, number>()
  return async () => {
    for (const [index, { everyMs, run }] of TASKS.entries()) {
      if (nowMs() - (ranAtMs.get(index) ?? -Infinity) < everyMs) continue
      ranAtMs.set(index, nowMs())
      await run()
    }
  }
}
