import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { findSite } from '~/features/sites/queries.server'
import { closingDeadline } from '../model/deadline'
import { readClosing } from '../read-closing.server'
import { inRecord, type InRecord } from './in-record.server'

/**
 * Says that a record is ready to be copied to the State's platform; nothing is sent there. Refuses `closing-unexplained`
 * while a difference is not explained, `closing-works-go-on` before works end, `closing-author` without who drew it up,
 * `closing-no-survey` where there is nothing to hold it against.
 */
export async function markReady(input: InRecord): Promise<Result<null>> {
  const [site, { record, survey, sums }] = await Promise.all([
    findSite(input.siteId),
    readClosing(input.siteId),
  ])
  return inRecord(input, 'draft', () => {
    const endsOn = site?.endsOn ?? isoDayOf(nowMs())
    const deadline = closingDeadline({ endsOn, worksEndedOn: record.worksEndedOn }, isoDayOf(nowMs()))
    if (!survey) return Promise.resolve(refused('closing-no-survey'))
    if (deadline.stage === 'works-under-way') return Promise.resolve(refused('closing-works-go-on'))
    if (record.author === '' || record.client === '') return Promise.resolve(refused('closing-author'))
    if (sums.unexplained > 0) {
      return Promise.resolve(refused('closing-unexplained', { params: { count: sums.unexplained } }))
    }
    return Promise.resolve(ok({ kind: 'closing-ready', change: { state: 'ready' as const } }))
  })
}

/** Opens a ready record again, to change it. */
export async function reopenRecord(input: InRecord): Promise<Result<null>> {
  return inRecord(input, 'ready', () =>
    Promise.resolve(ok({ kind: 'closing-reopened', change: { state: 'draft' as const } })),
  )
}
