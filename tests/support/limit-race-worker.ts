import type { LimitedWay } from '~/core/limits'
import { openDatabase } from '~/platform/db.server'
import { spendNow, type Tries } from '~/platform/limits.server'

/** An order of the test that forks this file: so many tries at once, in this process. */
export type LimitOrder = { file: string; way: LimitedWay; tries: Tries; times: number }

process.once('message', (order: LimitOrder) => {
  const open = openDatabase(order.file)
  const all = Array.from({ length: order.times }, () => spendNow(order.way, order.tries))
  void Promise.all(all).then((answers) => {
    open.close()
    process.send?.(answers.filter(({ ok }) => ok).length)
    process.disconnect()
  })
})
