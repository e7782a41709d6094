import { logger } from '~/platform/logger.server'

/** Logs a bug with where it happened, under the id that its page shows; never the query, the body or the cookies. */
export function logError(error: unknown, request: Request, requestId: string): void {
  const path = URL.canParse(request.url) ? withoutSecret(new URL(request.url).pathname) : ''
  logger().error({ err: error, requestId, method: request.method, path }, 'a request failed')
}

/** The path without the secret of a link that shares a lot: whoever reads the log must not open it. */
function withoutSecret(path: string): string {
  return path.replace(/^\/fiche\/[\w-]+/, '/fiche/…')
}
