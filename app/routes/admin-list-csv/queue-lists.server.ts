import { nowMs } from '~/core/clock'
import type { Locale } from '~/core/locale'
import { listDeadJobs, readQueue } from '~/features/health/queries/queue.server'
import { toCsv } from '~/http/csv.server'
import { administrationWaiting } from '~/messages/administration-waiting'
import { translator } from '~/messages/catalogue'
import { healthTexts } from '~/messages/health'
import type { ListCsv } from './list-csv'

/** Far more than a person would retry; an export stays an export. */
const MOST = 10_000
const MINUTE_MS = 60_000

async function deadCsv(locale: Locale, onlyMails: boolean): Promise<string> {
  const t = translator(locale, healthTexts)
  return toCsv(
    [
      { header: t('kind'), cell: ({ kind }) => kind },
      { header: t('error'), cell: ({ lastError }) => lastError },
      { header: t('requestId'), cell: ({ requestId }) => requestId },
      { header: t('since'), cell: ({ createdAtMs }) => new Date(createdAtMs).toISOString() },
    ],
    await listDeadJobs({ limit: MOST, onlyMails }),
  )
}

/** Jobs that failed for good, by the name that the log gives their kind. */
export const failedJobsCsv: ListCsv = async (_request, locale) => ({
  file: translator(locale, healthTexts)('deadFile'),
  body: await deadCsv(locale, false),
})

/** Those of them that send an e-mail. */
export const failedMailsCsv: ListCsv = async (_request, locale) => ({
  file: translator(locale, administrationWaiting)('failedMailsFile'),
  body: await deadCsv(locale, true),
})

/** What waits, runs and failed, by kind of job. */
export const jobsCsv: ListCsv = async (_request, locale) => {
  const t = translator(locale, healthTexts)
  const body = toCsv(
    [
      { header: t('kind'), cell: ({ kind }) => kind },
      { header: t('waiting'), cell: ({ waiting }) => waiting },
      { header: t('running'), cell: ({ running }) => running },
      { header: t('deadCount'), cell: ({ dead }) => dead },
      {
        header: t('oldest'),
        cell: ({ oldestMs }) => (oldestMs === null ? null : Math.round(oldestMs / MINUTE_MS)),
      },
    ],
    await readQueue(nowMs()),
  )
  return { file: t('jobsFile'), body }
}
