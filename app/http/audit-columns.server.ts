import type { Locale } from '~/core/locale'
import type { AuditEntry } from '~/features/audit/model/audit-entry'
import { actorOf } from '~/features/audit/model/own-actor'
import { auditLabel, detailsLine } from '~/features/audit/ui/audit-label'
import { audit } from '~/messages/audit'
import { translator } from '~/messages/catalogue'
import type { CsvColumn } from './csv.server'

/** The columns of the audit log as a table: times in UTC, ids beside the names of today. */
export function auditColumns(locale: Locale): CsvColumn<AuditEntry>[] {
  const t = translator(locale, audit)
  return [
    { header: t('number'), cell: ({ seq }) => seq },
    { header: `${t('when')} (UTC)`, cell: ({ atMs }) => new Date(atMs).toISOString() },
    { header: t('what'), cell: ({ action }) => auditLabel(locale, action) },
    { header: 'action', cell: ({ action }) => action },
    { header: t('outcome'), cell: ({ outcome }) => t(`outcomeOf.${outcome}`) },
    { header: t('who'), cell: ({ actorName, actorUserId }) => actorName ?? actorUserId },
    { header: t('organisation'), cell: ({ organisationName }) => organisationName },
    {
      header: t('object'),
      cell: ({ objectKind, objectId }) => (objectId === null ? objectKind : `${objectKind} ${objectId}`),
    },
    { header: t('network'), cell: ({ address }) => address },
    { header: t('request'), cell: ({ requestId }) => requestId },
    { header: t('details'), cell: ({ details }) => detailsLine(details) },
  ]
}

/** The same for the person whose account it is, without the names of others. */
export function ownActivityColumns(locale: Locale, userId: string): CsvColumn<AuditEntry>[] {
  const t = translator(locale, audit)
  return [
    { header: `${t('when')} (UTC)`, cell: ({ atMs }) => new Date(atMs).toISOString() },
    { header: t('what'), cell: ({ action }) => auditLabel(locale, action) },
    { header: t('outcome'), cell: ({ outcome }) => t(`outcomeOf.${outcome}`) },
    { header: t('who'), cell: (entry) => t(actorOf(entry, userId)) },
    { header: t('network'), cell: ({ address }) => address },
  ]
}
