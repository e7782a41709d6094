import { redirect } from '@remix-run/node'
import { paths } from '~/core/paths'
import { resumeSession } from '~/features/identity/commands/resume-session.server'
import { can, type Action, type Actor, type Resource } from '~/features/organisations/model/permissions'
import { auditAlone } from '~/platform/audit.server'
import { DatabaseLostError } from '~/platform/database-lost'
import { noteActor } from '~/platform/request-facts.server'
import { forbidden, notFound } from './replies.server'
import { sessionSecretOf } from './session-cookie.server'
import { wayIn } from './session-entry.server'

const known = new WeakMap<Request, Promise<Actor | null>>()

/** Whether something failed because the database is out of reach. */
export function isDatabaseLost(error: unknown): boolean {
  return error instanceof DatabaseLostError
}

/** Who is signed in, or null; looked up once per request. */
export function optionalActor(request: Request): Promise<Actor | null> {
  const found = known.get(request) ?? findActor(request)
  known.set(request, found)
  return found
}

/**
 * The signed-in person, who may do this.
 * Without an open session: off to sign in, or to the step that is owed, and back. Without the right: 403.
 */
export async function requireActor(request: Request, action?: Action): Promise<Actor> {
  const actor = await optionalActor(request)
  if (!actor) throw redirect(await wayIn(request, returnPath(request)))
  if (action && !can(actor, action)) {
    await auditRefusedPage(request, action)
    throw forbidden()
  }
  return actor
}

/** Refuses with 404 rather than 403, so that ids of others' records are not confirmed. */
export function requireRight(actor: Actor, action: Action, resource: Resource): void {
  if (!can(actor, action, resource)) throw notFound()
}

/** Keeps in the audit log that someone signed in asked for what they may not have. */
export async function auditRefusedPage(request: Request, right: Action): Promise<void> {
  const { pathname } = new URL(request.url)
  const details = { right }
  await auditAlone({ action: 'page.opened', outcome: 'refused', objectId: pathname, details })
}

async function findActor(request: Request): Promise<Actor | null> {
  const secret = await sessionSecretOf(request)
  const actor = secret ? await resumeSession(secret) : null
  if (actor) noteActor(actor)
  return actor
}

function returnPath(request: Request): string {
  const url = new URL(request.url)
  if (request.method !== 'GET') return safeReferer(request)
  return url.pathname.replace(/\.data$/, '') + url.search
}

function safeReferer(request: Request): string {
  const referer = request.headers.get('Referer')
  if (!referer || !URL.canParse(referer)) return paths.home()
  const url = new URL(referer)
  return url.pathname + url.search
}
