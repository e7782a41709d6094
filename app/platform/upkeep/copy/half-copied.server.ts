import type { Connections } from '../../postgres/connection.server'

/** A table that stands in a database from the first row of a copy to its last. */
export const BEGUN = '__gisement_copy'

/** Whether a copy into this PostgreSQL database was begun and has not come to its end. */
export async function isHalfCopied({ readers }: Connections): Promise<boolean> {
  const { rows } = await readers.query<{ there: number }>('select to_regclass($1) is not null as there', [
    `public.${BEGUN}`,
  ])
  return rows[0]?.there === 1
}

/** @throws Error where a copy was begun and has not come to its end: nothing may start on part of one */
export async function refuseHalfCopied(connections: Connections, name: string): Promise<void> {
  if (await isHalfCopied(connections))
    throw new Error(
      `${name} holds part of a copy. Run gisement copy again until it is whole, or name another database.`,
    )
}
