/**
 * The database cannot be reached, or left in the midst of what it was asked. Nothing that was acknowledged is touched by
 * it; what was asked may be asked again once the database is back.
 */
export class DatabaseLostError extends Error {
  readonly code = 'database-lost'
  /** Whether a commit was asked for that nothing answered: it is kept, or it is not, and this process cannot tell. */
  readonly isUnsure: boolean

  constructor(reason: string, { isUnsure = false, cause }: { isUnsure?: boolean; cause: unknown }) {
    super(`The database is out of reach: ${reason}`, { cause })
    this.isUnsure = isUnsure
  }
}
