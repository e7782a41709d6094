/** A version of the table as its history tells it. */
export type VocabularyVersion = {
  version: string
  act: 'set' | 'removed' | 'imported' | 'restored' | 'shipped'
  /** The entry that was set or removed, or the version put back. */
  subject: string
  reason: string
  /** How many entries it holds. */
  size: number
  /** Null for the one that ships. */
  setAtMs: number | null
  /** Null for the one that ships, and when the account is gone. */
  setBy: string | null
}
