import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { listLeavingLots, listSilentRequests } from '~/features/administration/queries/waiting.server'
import { listWaitingCases } from '~/features/moderation/queries/cases.server'
import { toCsv } from '~/http/csv.server'
import { administrationWaiting } from '~/messages/administration-waiting'
import { translator } from '~/messages/catalogue'
import { moderation } from '~/messages/moderation'
import type { ListCsv } from './list-csv'

/** Lots that leave within the week with a part still free. */
export const leavingCsv: ListCsv = async (_request, locale) => {
  const t = translator(locale, administrationWaiting)
  const body = toCsv(
    [
      { header: t('lot'), cell: ({ title }) => title },
      { header: t('reference'), cell: ({ reference }) => reference },
      { header: t('giver'), cell: ({ organisationName }) => organisationName },
      { header: t('until'), cell: ({ availableUntil }) => availableUntil },
    ],
    await listLeavingLots(nowMs()),
  )
  return { file: t('leavingFile'), body }
}

/** Requests without an answer for three days. */
export const silentCsv: ListCsv = async (_request, locale) => {
  const t = translator(locale, administrationWaiting)
  const body = toCsv(
    [
      { header: t('request'), cell: ({ lotTitle }) => lotTitle },
      { header: t('giver'), cell: ({ giverName }) => giverName },
      { header: t('since'), cell: ({ createdAtMs }) => isoDayOf(createdAtMs) },
    ],
    await listSilentRequests(nowMs()),
  )
  return { file: t('silentFile'), body }
}

/** What has reports or an appeal that wait. */
export const waitingCasesCsv: ListCsv = async (_request, locale) => {
  const t = translator(locale, moderation)
  const body = toCsv(
    [
      { header: t('csv.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
      { header: t('queue.subject'), cell: ({ title }) => title },
      { header: t('queue.owner'), cell: ({ organisationName }) => organisationName },
      { header: t('queue.appeal'), cell: ({ isAppeal }) => t(isAppeal ? 'queue.yes' : 'queue.no') },
      { header: t('queue.reports'), cell: ({ reports }) => reports },
      {
        header: t('queue.reasons'),
        cell: ({ reasons }) => reasons.map((reason) => t(`reason.${reason}`)).join(' ; '),
      },
      { header: t('queue.since'), cell: ({ sinceMs }) => isoDayOf(sinceMs) },
    ],
    await listWaitingCases(),
  )
  return { file: t('queue.waitingFile'), body }
}
