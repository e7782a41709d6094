import type { AuditEntry } from './audit-entry'

/** What the Métropole's team alone does with an account. */
const TEAM_ACTS = /^(account|moderation)\.|^user\.(suspended|restored)$/

/** Who acted, as the person whose account it is may know it: never the name of someone else. */
export function actorOf(
  { actorUserId, outcome, action }: Pick<AuditEntry, 'actorUserId' | 'outcome' | 'action'>,
  userId: string,
): 'own.you' | 'own.team' | 'own.other' | 'unknown' | 'service' {
  if (actorUserId === userId) return 'own.you'
  if (actorUserId === null) return outcome === 'refused' ? 'unknown' : 'service'
  return TEAM_ACTS.test(action) ? 'own.team' : 'own.other'
}
