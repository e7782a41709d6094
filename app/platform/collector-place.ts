/** Where lines of the log are sent besides, over TLS. */
export type CollectorPlace = { host: string; port: number }

export const COLLECTOR_SYNTAX =
  'name the log collector as tls://logs.example.org:6514 (syslog over TLS, RFC 5425); lines travel encrypted or not at all'

const SYSLOG_TLS_PORT = 6514

/** Reads how an operator names a log collector; null when it is no address of syslog over TLS. */
export function parseCollector(text: string): CollectorPlace | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port, pathname, username, search } = new URL(text)
  if (protocol !== 'tls:' || hostname === '' || username || search || !['', '/'].includes(pathname))
    return null
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? SYSLOG_TLS_PORT : Number(port) }
}
