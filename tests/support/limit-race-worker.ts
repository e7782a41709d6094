import type { LimitedWay } from '~/core/limits'
import { spendNow, type Tries } from '~/platform/limits.server'
import { openAddress } from './open-address'

/** An order of the test that forks this file: so many tries at once, in this process. */
export type LimitOrder = { file: string; way: LimitedWay; tries: Tries; times: number }

process.once('message', (order: LimitOrder) => void spend(order))

async function spend({ file, way, tries, times }: LimitOrder): Promise<void> {
  const open = await openAddress(file)
  const answers = await Promise.all(Array.from({ length: times }, () => spendNow(way, tries)))
  await open.close()
  process.send?.(answers.filter(({ ok }) => ok).length)
  process.disconnect()
}
