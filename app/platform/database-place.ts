import { isLoopback } from './loopback'

const SYNTAX =
  'write postgres://user:password@host:5432/database?sslmode=verify-full, signs of the password other than letters and digits as %XX; without it the database is a file in DATA_DIR'
const PARAMETERS = ['host', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey']
const SSL_MODES = ['disable', 'verify-full']

/** Which database: a file of this machine, or the address of one that several machines may share. */
export type DatabasePlace = { file: string } | { url: string }

/** What is wrong with an address of a PostgreSQL database; the sentence holds nothing of a password. */
export function databaseFault(text: unknown): string | undefined {
  if (typeof text !== 'string' || !URL.canParse(text)) return SYNTAX
  const url = new URL(text)
  if (!/^postgres(ql)?:$/.test(url.protocol) || !/^\/[^/]+$/.test(url.pathname) || url.hash) return SYNTAX
  const odd = [...url.searchParams.keys()].find((name) => !PARAMETERS.includes(name))
  if (odd !== undefined) return `«${odd}» is not known: ${PARAMETERS.join(', ')} are`
  const mode = url.searchParams.get('sslmode')
  if (mode !== null && !SSL_MODES.includes(mode)) return `sslmode is ${SSL_MODES.join(' or ')}`
  return undefined
}

/** The address without its user and password, for people and logs: `host:port/database`. */
export function nameOfDatabase(text: string): string {
  const url = new URL(text)
  return `${url.searchParams.get('host') ?? url.host}${url.pathname}`
}

/** Whether what is asked and answered leaves this machine in clear. */
export function isOpenLine(text: string): boolean {
  const url = new URL(text)
  const host = url.searchParams.get('host') ?? url.hostname
  const isHere = host === '' || host.startsWith('/') || isLoopback(host)
  return !isHere && url.searchParams.get('sslmode') !== 'verify-full'
}
