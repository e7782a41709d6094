const BYTES = 1 << 20

export type StoreOrder = { dataDir: string; variables: Record<string, string>; stem: string }

/** What a worker stores under a path: nothing else begins, goes on and ends so. */
export function contentOf(path: string): Buffer {
  return Buffer.alloc(BYTES, `${path}\n`)
}
