import type { NamedFile } from './row-files.server'
import type { SchemaState } from './schema-state.server'

/** What commands ask of a database that they keep. */
export type Look = {
  /** Faults of structure and of references; none when it is sound. */
  faults: readonly string[]
  state: SchemaState
  /** Every file that its rows name. */
  named: readonly NamedFile[]
  bytes: number
}
