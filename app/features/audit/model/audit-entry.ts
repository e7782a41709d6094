import type { NewAuditRow } from '~/core/audit-row'

/** A row of the audit log as people read it: with the names that its ids have today, null once they are erased. */
export type AuditEntry = NewAuditRow & {
  seq: number
  actorName: string | null
  organisationName: string | null
  /** The name of the account or the organisation acted upon. */
  objectName: string | null
}

/** Rows a page shows. */
export const AUDIT_PAGE = 50

/** A page of the log, the newest first; `older` is where the next page begins, null on the last. */
export type AuditPage = { entries: AuditEntry[]; older: number | null }
