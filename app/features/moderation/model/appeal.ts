import { APPEAL_DAYS } from '~/core/moderation-terms'
import type { DecisionEntry } from './case'

/** Whether the owner may appeal: once, against what was asked of them or hidden, within six months. */
export function mayAppeal(
  { act, appealedAtMs, decidedAtMs }: Pick<DecisionEntry, 'act' | 'appealedAtMs' | 'decidedAtMs'>,
  nowMs: number,
): boolean {
  if (appealedAtMs !== null || (act !== 'asked' && act !== 'hidden')) return false
  return nowMs <= decidedAtMs + APPEAL_DAYS * 86_400_000
}

/** Whether a decision still asks something of the owner, or still hides the listing; only the newest of a listing counts. */
export function isInForce({
  act,
  appealOutcome,
  supersededAtMs,
}: Pick<DecisionEntry, 'act' | 'appealOutcome' | 'supersededAtMs'>): boolean {
  return (act === 'asked' || act === 'hidden') && appealOutcome !== 'overturned' && supersededAtMs === null
}

/**
 * Whether a member of the team may answer an appeal: not the one who took the decision, unless nobody else can.
 * @param admins those of the team who can act today
 */
export function mayAnswer(decidedByUserId: string, userId: string, admins: readonly string[]): boolean {
  return userId !== decidedByUserId || admins.every((admin) => admin === userId)
}
