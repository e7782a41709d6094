const BLOCK = 512
const NAME_BYTES = 100
const SIZE_FIELD = [124, 136] as const

/**
 * The contents of a file in an uncompressed tar archive (ustar: a header block, then the file, padded to whole
 * blocks), or null when the archive does not hold it.
 */
export function fileInTar(archive: Uint8Array, name: string): Uint8Array | null {
  let at = 0
  while (at + BLOCK <= archive.length) {
    const header = archive.subarray(at, at + BLOCK)
    const found = textOf(header.subarray(0, NAME_BYTES))
    if (found === '') return null
    const size = parseInt(textOf(header.subarray(...SIZE_FIELD)), 8)
    if (Number.isNaN(size)) throw new Error(`The archive is damaged at ${found}`)
    const start = at + BLOCK
    if (found === name) return archive.slice(start, start + size)
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
  return null
}

/** Text up to its first null byte. */
function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end)).trim()
}
