import type { AuditAction, AuditDetails } from '~/core/audit-terms'
import { auditAlone } from '~/platform/audit.server'

/** Keeps in the audit log that whoever is signed in looked at or took away other people's data; answers once it is kept. */
export async function auditRead(
  action: AuditAction,
  objectId: string | null = null,
  details: AuditDetails = {},
): Promise<void> {
  await auditAlone({ action, objectId, details })
}
