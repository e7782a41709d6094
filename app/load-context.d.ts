import '@remix-run/node'

declare module '@remix-run/node' {
  interface AppLoadContext {
    cspNonce: string
    /** Names this request in the log, and on the page of an error. */
    requestId: string
    /** The client's address as far as it can be trusted; for limits only, never stored with a record. */
    clientIp: string
    /** There is no room left to write: forms are answered with the page that says so. */
    isDiskFull?: boolean
  }
}
