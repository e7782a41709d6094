import { logger } from '~/platform/logger.server'

/** Logs a bug with where it happened, under the id that its page shows; never the query, the body or the cookies. */
export function logError(error: unknown, request: Request, requestId: string): void {
  const path = URL.canParse(request.url) ? withoutSecret(new URL(request.url).pathname) : ''
  logger().error({ err: told(error), requestId, method: request.method, path }, 'a request failed')
}

/** What the framework refuses is told by its status: its words hold the whole path. */
function told(error: unknown): unknown {
  if (error === null || typeof error !== 'object' || !('statusText' in error && 'status' in error))
    return error
  return { status: error.status, statusText: error.statusText }
}

/** Beginnings of the paths that end in a secret: whoever holds one may do what its page does. */
const BEFORE_SECRETS = [
  ...['fiche', 'agenda', 'alertes/(?:confirmer|gerer|fin)', 'desabonnement', 'bilan/fin'],
  ...['invitation', 'nouveau-mot-de-passe', 'confirmer-adresse', 'reservations/agir', 'signalement'],
]
const SECRET = new RegExp(`^(/+(?:${BEFORE_SECRETS.join('|')})/+)[^/]+`, 'i')

/**
 * The path without the secret of a link that was sent or shared: whoever reads the log must not open it. Routes are
 * matched whatever the case of their letters, so this is too.
 */
export function withoutSecret(path: string): string {
  return path.replace(SECRET, '$1…')
}
