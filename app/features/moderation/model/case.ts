import type { ModerationAct, ReportedKind, ReportReason } from '~/core/moderation-terms'

/** What is reported, as the team reads it. */
export type Subject = {
  kind: ReportedKind
  id: string
  title: string
  organisationId: string
  organisationName: string
  isHidden: boolean
  /** Whether the team has not let others see it yet: nothing to hide. */
  isWaiting?: boolean
}

/** Something with reports or an appeal that wait, with what is said of it. */
export type WaitingCase = {
  kind: ReportedKind
  id: string
  title: string
  organisationName: string
  reports: number
  reasons: ReportReason[]
  /** The first report or appeal that waits. */
  sinceMs: number
  isAppeal: boolean
}

export type ReportEntry = {
  id: string
  reason: ReportReason
  text: string
  photoId: string | null
  hasAccount: boolean
  createdAtMs: number
  isOpen: boolean
}

export type DecisionEntry = {
  id: string
  subjectKind: ReportedKind
  subjectId: string
  organisationId: string
  act: ModerationAct
  ground: ReportReason
  statement: string
  formerStatus: string | null
  decidedByUserId: string
  decidedByName: string | null
  decidedAtMs: number
  appealText: string | null
  appealedAtMs: number | null
  appealOutcome: 'upheld' | 'overturned' | null
  appealAnswer: string | null
  appealDecidedAtMs: number | null
  /** When its owner changed what it was about; null while it stands. */
  supersededAtMs: number | null
}

/** The acts that fit a subject: a hidden one is shown again, another hidden, asked to be corrected or left as it is. */
export function actsFor({ isHidden, isWaiting }: Pick<Subject, 'isHidden' | 'isWaiting'>): ModerationAct[] {
  if (isHidden) return ['restored']
  return isWaiting ? ['dismissed', 'asked'] : ['dismissed', 'asked', 'hidden']
}
