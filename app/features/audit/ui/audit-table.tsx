import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { audit } from '~/messages/audit'
import { Badge } from '~/ui/badge'
import { DataTable, type Column } from '~/ui/data-table'
import { useFormat, useLocale, useT } from '~/ui/i18n'
import type { AuditEntry } from '../model/audit-entry'
import { actorOf } from '../model/own-actor'
import { auditLabel, detailsLine } from './audit-label'

/** Where the object of an act is read, when it has a page. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  user: paths.oneAccount,
  session: paths.oneAccount,
  account: paths.oneAccount,
  organisation: paths.oneOrganisation,
  'contact-message': paths.oneMessage,
  message: paths.oneMessage,
  lot: paths.lot,
  'programme-dossier': (id) => paths.dossier(id),
}

/** Acts as the Métropole's team reads them. */
export function AuditTable({ entries, csvHref }: { entries: readonly AuditEntry[]; csvHref: string }) {
  const t = useT(audit)
  const who: Column<AuditEntry> = {
    key: 'who',
    header: t('who'),
    cell: ({ actorUserId, actorName, organisationName, outcome }) => (
      <>
        {actorUserId === null ? (
          t(outcome === 'refused' ? 'unknown' : 'service')
        ) : (
          <Link to={paths.audit(`?qui=${actorUserId}`)}>{actorName ?? t('erased')}</Link>
        )}
        {organisationName && <span className="block text-sm text-muted">{organisationName}</span>}
      </>
    ),
  }
  const object: Column<AuditEntry> = {
    key: 'object',
    header: t('object'),
    cell: (entry) => <AuditObject entry={entry} />,
  }
  return (
    <DataTable
      dense
      caption={t('caption')}
      rows={entries}
      rowKey={({ seq }) => String(seq)}
      csvHref={csvHref}
      columns={[...useCommonColumns(), who, object, ...useTraceColumns()]}
    />
  )
}

/** Acts about a person's own account, without the names of those who work for the Métropole. */
export function OwnActivityTable({
  entries,
  userId,
  csvHref,
}: {
  entries: readonly AuditEntry[]
  userId: string
  csvHref: string
}) {
  const t = useT(audit)
  const who: Column<AuditEntry> = {
    key: 'who',
    header: t('who'),
    cell: (entry) => t(actorOf(entry, userId)),
  }
  return (
    <DataTable
      dense
      caption={t('own.caption')}
      rows={entries}
      rowKey={({ seq }) => String(seq)}
      csvHref={csvHref}
      columns={[...useCommonColumns(), who, ...useTraceColumns().slice(0, 1)]}
    />
  )
}

function useCommonColumns(): Column<AuditEntry>[] {
  const t = useT(audit)
  const format = useFormat()
  const locale = useLocale()
  return [
    { key: 'when', header: t('when'), rowHeader: true, cell: ({ atMs }) => format.instant(atMs) },
    {
      key: 'what',
      header: t('what'),
      cell: ({ action, outcome }) => (
        <span className="flex flex-wrap items-center gap-2">
          {auditLabel(locale, action)}
          {outcome === 'refused' && <Badge tone="danger">{t('outcomeOf.refused')}</Badge>}
        </span>
      ),
    },
  ]
}

function useTraceColumns(): Column<AuditEntry>[] {
  const t = useT(audit)
  return [
    { key: 'network', header: t('network'), cell: ({ address }) => address ?? '–' },
    { key: 'request', header: t('request'), cell: ({ requestId }) => requestId ?? '–' },
    { key: 'details', header: t('details'), cell: ({ details }) => detailsLine(details) || '–' },
  ]
}

function AuditObject({ entry: { objectKind, objectId, objectName } }: { entry: AuditEntry }) {
  if (objectId === null) return '–'
  const page = PAGES[objectKind]
  const name = objectName ?? `${objectKind} ${objectId}`
  const isRecord = /^[0-9a-f]{8}-/.test(objectId)
  return page && isRecord ? (
    <Link to={page(objectId)}>{name}</Link>
  ) : (
    <span className="break-all">{name}</span>
  )
}
