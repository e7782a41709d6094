import http, { type RequestListener, type Server } from 'node:http'

/** How long a client may take, in ms: for its headers, and for the whole request on a slow line. */
export type Patience = { headersMs: number; requestMs: number; checkedEveryMs: number }

const PATIENCE: Patience = { headersMs: 20_000, requestMs: 120_000, checkedEveryMs: 5000 }
/** Headers of one request: a session, choices and a kept list of lots fit several times. */
const MAX_HEADER_BYTES = 16 * 1024
const MOST_HEADERS = 100

/**
 * The server of an application, which waits for nobody longer than it says, and reads messages strictly (RFC 9112,
 * section 6): a length and chunks together are refused, so that nothing can hide a second request behind the first.
 */
export function httpServer(app: RequestListener, patience: Patience = PATIENCE): Server {
  const server = http.createServer(
    {
      headersTimeout: patience.headersMs,
      requestTimeout: patience.requestMs,
      connectionsCheckingInterval: patience.checkedEveryMs,
      maxHeaderSize: MAX_HEADER_BYTES,
      insecureHTTPParser: false,
    },
    app,
  )
  server.maxHeadersCount = MOST_HEADERS
  return server
}
