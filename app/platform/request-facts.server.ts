import { AsyncLocalStorage } from 'node:async_hooks'

/** What the audit log keeps of the request that an act came with. */
type RequestFacts = {
  requestId: string
  /** The client's network, /24 or /48. */
  address: string
  /** Who is signed in and for which organisation, as soon as it is known. */
  actor: { userId: string; organisationId: string } | null
  /** The session as this request renewed it: its cookie still names the one before. */
  renewedSecret?: string
  /** Whether it asked for a commit of what people are told is kept, whatever came of it. */
  hasCommitted?: boolean
}

const facts = new AsyncLocalStorage<RequestFacts>()

/** Runs what a request asks for; all that it awaits reads these facts. */
export function duringRequest<T>(of: RequestFacts, work: () => T): T {
  return facts.run(of, work)
}

/** The facts of the request that is being answered; null for the worker and the command line. */
export function requestFacts(): RequestFacts | null {
  return facts.getStore() ?? null
}

/** Says who is signed in for the rest of the request. */
export function noteActor(actor: { userId: string; organisationId: string }): void {
  const of = facts.getStore()
  if (of) of.actor = { userId: actor.userId, organisationId: actor.organisationId }
}

/** Says that the session goes on under another secret for the rest of the request. */
export function noteRenewedSecret(secret: string): void {
  const of = facts.getStore()
  if (of) of.renewedSecret = secret
}

/** Says that the request asks for a commit: from here on, a fault does not mean that nothing is kept. */
export function noteCommit(): void {
  const of = facts.getStore()
  if (of) of.hasCommitted = true
}
