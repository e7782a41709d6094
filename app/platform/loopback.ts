const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** Whether a host name is this machine's own: what is sent there passes no line. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname)
}
