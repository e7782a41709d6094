import type { Role } from '~/features/organisations/model/permissions'

/** Who must prove a second factor: agents of communes and the Métropole's team, or everyone. */
export const FACTOR_AUDIENCES = ['officials', 'everyone'] as const
export type FactorAudience = (typeof FACTOR_AUDIENCES)[number]

/**
 * What a session is: `open` grants what its person may do; `verify` owes a second factor; `enrol` owes setting one up,
 * which the person's role requires; `ended` is half-open and owes nothing any more, so it leads nowhere.
 */
export type SessionStage = 'open' | 'verify' | 'enrol' | 'ended'

export type FactorFacts = {
  /** The person has an authenticator application or a passkey. */
  hasFactor: boolean
  /** A role of theirs, in any open organisation, requires one. */
  isRequired: boolean
  /** A demo account outside production. */
  isExempt: boolean
}

type Session = FactorFacts & {
  isHalf: boolean
  /** A second factor was proven in it. */
  isProven: boolean
}

/** What is owed before a session grants anything; null when nothing is. */
export function owedStep(session: FactorFacts & { isProven: boolean }): 'verify' | 'enrol' | null {
  if (session.isExempt || session.isProven) return null
  if (session.hasFactor) return 'verify'
  return session.isRequired ? 'enrol' : null
}

export function stageOf(session: Session): SessionStage {
  return owedStep(session) ?? (session.isHalf ? 'ended' : 'open')
}

const OFFICIAL: readonly Role[] = ['commune-agent', 'metropole-admin']

/** Whether these roles require a second factor (ASVS 5.0.0, 6.3.3). */
export function requiresFactor(roles: readonly Role[], audience: FactorAudience): boolean {
  return audience === 'everyone' || roles.some((role) => OFFICIAL.includes(role))
}

/** What a passkey is asked for. */
export type Ceremony = 'sign-in' | 'step' | 'confirm' | 'register'

export type KeptPasskey = {
  id: string
  name: string
  isBackedUp: boolean
  createdAtMs: number
  lastUsedAtMs: number | null
}

/** What a person set up beside the password. */
export type FactorSummary = {
  totp: { createdAtMs: number; lastUsedAtMs: number | null } | null
  passkeys: KeptPasskey[]
  /** Recovery codes that were not used. */
  codesLeft: number
}

/** How long a half-open session waits for its second step: time to install an application and scan its code. */
export const HALF_SESSION_MS = 20 * 60_000
/** How long a proof of who one is counts for changing how one signs in. */
export const FRESH_MS = 10 * 60_000
/** How long an authenticator may take to answer. */
export const CHALLENGE_MS = 5 * 60_000
/** Challenges of people who are not signed in that may wait at once. */
export const MOST_CHALLENGES = 5000
export const MOST_PASSKEYS = 10

/** Wrong codes in a row before a pause. */
export const TRIALS = 5
const FIRST_PAUSE_MS = 15 * 60_000
const LONGEST_PAUSE_MS = 24 * 60 * 60_000

/**
 * How long codes are refused after this many wrong ones in a row, in ms; 0 for no pause. It doubles with each round:
 * guessing six digits among three that are valid would take longer than a century.
 */
export function pauseAfter(failures: number): number {
  if (failures === 0 || failures % TRIALS !== 0) return 0
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures / TRIALS - 1))
}

export function isFresh(provenAtMs: number | null, nowMs: number): boolean {
  return provenAtMs !== null && nowMs - provenAtMs <= FRESH_MS
}

/** Whether a person has a second factor at all; recovery codes alone are none. */
export function hasAnyFactor({ totp, passkeys }: FactorSummary): boolean {
  return totp !== null || passkeys.length > 0
}
