/** Why data is processed: a line of the register. */
export const TREATMENTS = [
  'accounts',
  'exchanges',
  'traceability',
  'alerts',
  'directory',
  'learning',
  'programme',
  'contact',
  'administration',
  'security',
  'operation',
] as const
export type Treatment = (typeof TREATMENTS)[number]

/** What kind of data a column holds. `link` is an opaque id of a person, which leads to nobody once they are gone. */
export const CATEGORIES = [
  'identity',
  'contact',
  'place',
  'words',
  'signature',
  'file',
  'activity',
  'device',
  'link',
  'secret',
] as const
export type Category = (typeof CATEGORIES)[number]

/**
 * What erasing an account does to a column: its row goes; its value goes; it stays and leads to nobody; it stays as it
 * is, for a reason that the register says; it goes by itself at its term, and cannot be found by person before.
 */
export const FATES = ['deleted', 'cleared', 'unlinked', 'kept', 'expires'] as const
export type Fate = (typeof FATES)[number]

/**
 * How rows of a person are found: a column holds their id, their address, the id of an organisation of theirs alone,
 * a text that names them, a page where they wrote, or the key of a row of theirs in another table.
 */
export type Owner =
  | { user: string }
  | { email: string }
  | { organisation: string }
  | { mentions: string }
  | { about: string }
  | { within: readonly [column: string, table: string, key: string] }

/** A table: why it is kept, whose its rows are, and each of its columns, personal or `plain` (names, spaces between). */
export type TableNote = {
  treatment: Treatment
  owners: readonly Owner[]
  personal: Readonly<Record<string, `${Category} ${Fate}`>>
  plain: string
}
