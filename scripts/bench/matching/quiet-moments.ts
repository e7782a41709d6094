import type { LiveAllocation } from '~/features/matching/model/allocation/live'
import { startCpuClock } from '~/platform/cpu-time'
import { percentile } from './part'

/** What happens between two quiet moments, in which distances are measured anew. */
const EVERY = 50

/** Quiet moments among what happens to a standing plan, and what they take. */
export class QuietMoments {
  private readonly times: number[] = []
  private happened = 0

  constructor(private readonly live: LiveAllocation) {}

  /** Something is about to happen: a quiet moment before it, where one is due. */
  come(): void {
    if (++this.happened % EVERY !== 0) return
    const clock = startCpuClock()
    this.live.measure()
    this.times.push(clock().cpuMs)
  }

  /** Between how many, processor time of one, and of all for each of what happened. */
  figures(happened: number) {
    const sum = this.times.reduce((all, time) => all + time, 0)
    const rounded = (value: number) => Number(value.toFixed(3))
    return {
      every: EVERY,
      cpuMs: rounded(
        percentile(
          this.times.toSorted((a, b) => a - b),
          0.5,
        ),
      ),
      cpuMsAPost: rounded(sum / Math.max(1, happened)),
    }
  }
}
