import { nowMs } from '~/core/clock'
import { isoDayOf, parisHourOf } from '~/core/days'
import { enqueueJob } from '~/platform/jobs.server'
import { withTx } from '~/platform/transaction.server'
import { listMailed } from '../queries/mails.server'

/** From this day of the month on, so that handovers signed on the last evening are in the ledger. */
const FIRST_DAY = 2
/** A machine that was off for a week still sends the month; later the next one is near. */
const LAST_DAY = 15
const FROM_HOUR = 8

/** Asks for the mails of the past month, once for each reader, commune and month, on a morning at its beginning. */
export async function askForMonthlyMails(): Promise<void> {
  const today = isoDayOf(nowMs())
  const day = Number(today.slice(8, 10))
  if (day < FIRST_DAY || day > LAST_DAY || parisHourOf(nowMs()) < FROM_HOUR) return
  const month = previousMonth(today)
  const mailed = await listMailed()
  if (mailed.length === 0) return
  await withTx(async (tx) => {
    for (const { userId, communeCode } of mailed) {
      await enqueueJob(tx, {
        kind: 'send-board-mail',
        dedupeKey: `${userId}:${communeCode}:${month}`,
        payload: { userId, communeCode, month },
        urgency: 2,
      })
    }
  })
}

/** «2026-01-02» → «2025-12». */
function previousMonth(today: string): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}
