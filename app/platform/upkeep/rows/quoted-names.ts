/** A name between the quotes of SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** The names of columns between the quotes of SQL, with commas. */
export function quotedNames(columns: readonly { name: string }[]): string {
  return columns.map(({ name }) => quoted(name)).join()
}
