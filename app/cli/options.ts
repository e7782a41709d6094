/** Options that several commands share. */
export const JSON_OUT = { type: 'boolean', help: 'Answer as JSON.' } as const
export const DATABASE = {
  type: 'string',
  value: 'file',
  help: 'A database other than the one of DATA_DIR.',
} as const
export const BACKUPS = {
  type: 'string',
  value: 'folder',
  help: 'The folder of the backups, best on another disk.',
} as const
export const FROM = {
  type: 'string',
  value: 'folder',
  help: 'The backup: one folder named gisement-….',
} as const

/** The text of an option; null when it was not given. */
export function textOf(value: string | boolean | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
