import { DatabaseLostError } from '../database-lost'
import { nameOfDatabase } from '../database-place'

/** Codes of PostgreSQL (appendix A of its manual) and of the system that an operator can do something about. */
const REASONS: Record<string, string> = {
  '28000': 'it refuses this user',
  '28P01': 'it refuses this user and password',
  '3D000': 'there is no database of this name: createdb',
  '57P03': 'it is starting or stopping',
  '53300': 'it has no connection left: raise max_connections',
  ECONNREFUSED: 'nobody listens there',
  ENOENT: 'there is no socket',
  ENOTFOUND: 'no host has this name',
  EAI_AGAIN: 'no host has this name',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
}

/** What kept a connection from being made, as a sentence that says which database and nothing of who signs in. */
export function connectionFault(error: unknown, url: string): Error {
  const code = codeOf(error)
  const said = error instanceof Error ? error.message : String(error)
  const reason = (code !== null && REASONS[code]) || said || code || 'no reason was given'
  return new Error(`The database ${nameOfDatabase(url)} cannot be used: ${reason}`, { cause: error })
}

/** Whether a fault may go by itself, such as of a server that starts at the same time. */
export function isPassing(error: unknown): boolean {
  const code = error instanceof Error ? codeOf(error.cause) : null
  return code !== null && ['57P03', 'ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN'].includes(code)
}

/** Codes of a connection that could not be made or did not last; those of class 08 besides. */
const LOST = new Set([
  ...['57P01', '57P02', '57P03', '53300', '25P03'],
  // A server that follows another one, or is told to take no writes.
  '25006',
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'],
])
/** What the driver says where it gives no code. */
const LOST_WORDS =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout)/
/** The driver knew that the connection was gone, and sent nothing. */
const UNSENT = /^Client (has encountered a connection error|was closed) and is not queryable/

/**
 * The error of a statement as the product knows it: one of its own where the connection was lost or could not be made,
 * otherwise the same.
 * @param asked `commit` where its answer says whether a transaction is kept
 */
export function faultOf(error: unknown, asked: 'statement' | 'commit' = 'statement'): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseLostError) return error
  const code = codeOf(error)
  const isUnsent = UNSENT.test(error.message)
  const isLost = code !== null ? LOST.has(code) || code.startsWith('08') : LOST_WORDS.test(error.message)
  if (!isLost && !isUnsent) return error
  const reason = error.message || code || 'no reason was given'
  return new DatabaseLostError(reason, { isUnsure: asked === 'commit' && !isUnsent, cause: error })
}

/** The code of an error, or of the first of those that it is made of: one for each address of a host. */
function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
