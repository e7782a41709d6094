/** Rows of a sheet, heads and titles among them. */
export const MAX_IMPORT_ROWS = 20_000
/** Imports of an organisation that are not written yet. */
export const MAX_OPEN_IMPORTS = 20
/** How long what an import wrote can be taken back. */
export const UNDO_MS = 24 * 60 * 60 * 1000
