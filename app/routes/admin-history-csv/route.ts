import type { LoaderFunctionArgs } from '@remix-run/node'
import type { HistoryKind } from '~/core/oversight-paths'
import type { TimelineEvent } from '~/features/administration/model/timeline-event'
import { listEventsOf, listEventsOfAccount } from '~/features/administration/queries/timeline.server'
import { eventLabel } from '~/features/administration/ui/event-label'
import { requireAdministration } from '~/http/administration.server'
import { auditRead } from '~/http/audit-read.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download, orNotFound } from '~/http/replies.server'
import { administration } from '~/messages/administration'
import { translator } from '~/messages/catalogue'
import { history } from '~/messages/history'

type Read = (id: string) => Promise<TimelineEvent[]>
const WHOLE = { isWhole: true }
const HISTORIES: Record<HistoryKind, Read> = {
  compte: (id) => listEventsOfAccount(id, WHOLE),
  organisation: (id) => listEventsOf('organisation', id, WHOLE),
  message: (id) => listEventsOf('contact-message', id, WHOLE),
  lieu: (id) => listEventsOf('place', id, WHOLE),
}

/**
 * What happened to a record that the team reads, the newest first: no row where nothing did. Reading that of an account
 * is written in the audit log.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const [kind, read] = orNotFound(Object.entries(HISTORIES).find(([known]) => known === params.kind))
  const id = params.id ?? ''
  const events = await read(id)
  if (kind === 'compte') await auditRead('accounts.exported', id)
  const locale = await localeOf(request)
  const t = translator(locale, administration)
  const tHistory = translator(locale, history)
  const columns: CsvColumn<TimelineEvent>[] = [
    { header: tHistory('at'), cell: ({ atMs }) => new Date(atMs).toISOString() },
    { header: tHistory('what'), cell: (event) => eventLabel(locale, event.entity, event.kind) },
    { header: tHistory('who'), cell: ({ actorName }) => actorName ?? t('timeline.system') },
    { header: tHistory('text'), cell: ({ note }) => note },
  ]
  return download(toCsv(columns, events), `historique-${kind}.csv`, 'text/csv')
}
