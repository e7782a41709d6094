/**
 * What the audit log tells. `entity.kind` pairs are events that are audited as they are recorded
 * (`app/platform/changes.server.ts`); the others have no event and are written where they happen.
 */
export const AUDIT_ACTIONS = [
  'session.opened',
  'session.closed',
  'session.revoked',
  'user.signed-up',
  'user.created',
  'user.confirmed',
  'user.password-asked',
  'user.password-changed',
  'user.password-link-made',
  'user.email-changed',
  'user.suspended',
  'user.restored',
  'user.proconnect-linked',
  'user.proconnect-unlinked',
  'user.factor-added',
  'user.factor-removed',
  'user.passkey-renamed',
  'user.factor-used',
  'user.factors-reset',
  'user.codes-locked',
  'user.recovery-codes-made',
  'user.recovery-code-used',
  'user.data-exported',
  'user.erased',
  'organisation.founded',
  'organisation.invited',
  'organisation.invitation-withdrawn',
  'organisation.member-joined',
  'organisation.member-appointed',
  'organisation.member-asked',
  'organisation.member-accepted',
  'organisation.member-refused',
  'organisation.member-left',
  'organisation.member-removed',
  'organisation.role-changed',
  'organisation.suspended',
  'organisation.restored',
  'organisation.delegation-recorded',
  'setting.set',
  'setting.classifier-on',
  'setting.classifier-off',
  'match-weights.set',
  'match-weights.restored',
  'vocabulary.set',
  'vocabulary.removed',
  'vocabulary.imported',
  'vocabulary.restored',
  'factors.published',
  'ledger.correction-asked',
  'ledger.corrected',
  'ledger.correction-declined',
  'ledger.correction-withdrawn',
  'allocation-plan.made',
  'programme-dossier.admitted',
  'programme-dossier.postponed',
  'programme-dossier.declined',
  'programme-setting.fund-set',
  'programme-setting.criteria-published',
  'programme-setting.reviewer-added',
  'programme-setting.reviewer-removed',
  'programme-fiche.hidden',
  'club-post.hidden',
  'club-post.shown',
  'place.published',
  'place.refused',
  'place.withdrawn',
  'contact-message.answered',
  'delivery.retried',
  'job.retried',
  'report.received',
  'moderation.dismissed',
  'moderation.asked',
  'moderation.hidden',
  'moderation.restored',
  'moderation.appealed',
  'moderation.upheld',
  'moderation.overturned',
  'photo.blurred',
  'webhook.added',
  'webhook.changed',
  'webhook.secret-made',
  'webhook.paused',
  'webhook.resumed',
  'webhook.removed',
  'account.read',
  'message.read',
  'accounts.exported',
  'agents.exported',
  'messages.exported',
  'attendance.exported',
  'page.opened',
  'audit.read',
  'audit.exported',
  'audit.pruned',
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Done, or asked for and refused. */
export const AUDIT_OUTCOMES = ['done', 'refused'] as const
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number]

/** Ids, short words of the code and numbers; never what a person wrote. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>

/** How long a row is kept: a year, then it leaves by the oldest end (CNIL, recommendation on logging, 2021-122). */
export const AUDIT_KEPT_MS = 365 * 86_400_000

const KNOWN = new Set<string>(AUDIT_ACTIONS)

/** The action of an event, when events like it are audited. */
export function auditActionOf(entity: string, kind: string): AuditAction | null {
  const action = `${entity}.${kind}`
  return isAuditAction(action) ? action : null
}

export function isAuditAction(text: string): text is AuditAction {
  return KNOWN.has(text)
}

/** What an event says beside its record, as far as a row may keep it: who else it is about, and to what it was set. */
const KEPT_DETAILS = [
  'factor',
  'userId',
  'role',
  'organisationId',
  'version',
  'handoverId',
  'decision',
  'photoId',
] as const

export function auditDetailsOf(detail: Readonly<Record<string, unknown>>): AuditDetails {
  const kept = KEPT_DETAILS.map((key) => [key, detail[key]] as const)
  return Object.fromEntries(
    kept.filter((entry): entry is [(typeof KEPT_DETAILS)[number], string] => isPlain(entry[1])),
  )
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

/**
 * A text as a row may hold it: letters without accents, digits and `.`, `_`, `:`, `/`, `-`, 80 at most. Neither a line
 * break nor an address or a name passes, so that no input forges a line or leaves a person behind.
 */
export function auditToken(text: string): string {
  return text.replace(/[^A-Za-z0-9._:/-]/g, '_').slice(0, 80)
}
