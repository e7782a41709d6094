import path from 'node:path'
import { isLoopback } from './loopback'

/** Where a virus scanner listens, on this machine: a socket or a port. clamd encrypts nothing, so no line is crossed. */
export type ScannerPlace = { kind: 'socket'; path: string } | { kind: 'host'; host: string; port: number }

export const SCANNER_SYNTAX =
  'name clamd by the absolute path of its socket (/run/clamav/clamd.ctl), or as tcp://127.0.0.1:3310; it must be on this machine'

/** Reads how an operator names a scanner; null when it is neither a path nor a port of this machine. */
export function parseScanner(text: string): ScannerPlace | null {
  if (path.isAbsolute(text)) return { kind: 'socket', path: text }
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port, pathname } = new URL(text)
  if (protocol !== 'tcp:' || !isLoopback(hostname) || port === '' || !['', '/'].includes(pathname))
    return null
  return { kind: 'host', host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) }
}
