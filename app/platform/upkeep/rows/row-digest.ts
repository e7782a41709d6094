import { createHash } from 'node:crypto'

/** A value as both engines give it: whole numbers as numbers, truth as 1 or 0. */
export type CopiedValue = string | number | Buffer | null
export type CopiedRow = readonly CopiedValue[]

/** What a table holds: how many rows, and the SHA-256 of all their values in the order of its key. */
export type TableContent = { rows: number; sha256: string }

/** The content of a table whose rows come in the order of its key. */
export async function contentOf(
  batches: AsyncIterable<readonly CopiedRow[]> | Iterable<readonly CopiedRow[]>,
): Promise<TableContent> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const batch of batches) {
    rows += batch.length
    for (const row of batch) hash.update(`${JSON.stringify(row.map(plain))}\n`)
  }
  return { rows, sha256: hash.digest('hex') }
}

export function isSameContent(one: TableContent, other: TableContent): boolean {
  return one.rows === other.rows && one.sha256 === other.sha256
}

/** Bytes are told from a text that reads the same, and minus zero is zero, as it is to both engines. */
function plain(value: CopiedValue): unknown {
  return Buffer.isBuffer(value) ? { bytes: value.toString('base64') } : value
}

/** PostgreSQL keeps no NUL in a text: it is copied as the sign for what cannot be written. */
export function withoutNul(value: CopiedValue): CopiedValue {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value
}
