import { inflateRawSync } from 'node:zlib'
import { refused, ok, type Result } from '~/core/result'

/** A file inside of an archive, unpacked. */
export type ZipEntry = { name: string; bytes: Uint8Array }

/** What an archive may hold. Sheets of figures pack some thirty times; a bomb packs a thousand times. */
export type ZipLimits = { maxEntries: number; maxBytes: number; maxRatio: number }

const ZIP_LIMITS: ZipLimits = { maxEntries: 500, maxBytes: 40 * 1024 * 1024, maxRatio: 200 }
/** Below this size, the ratio says nothing: an empty style sheet packs well. */
const RATIO_FROM_BYTES = 1024 * 1024

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const END_LENGTH = 22
const MAX_COMMENT = 65_535
/** A field that says «see the 64-bit one»: no sheet needs it. */
const IN_ZIP64 = 0xffffffff

type Listed = { name: string; method: number; packed: number; size: number; offset: number }

/**
 * Unpacks the wanted files of a ZIP archive. Its directory is judged first: how many entries, how large they say they
 * are, how much they shrank. Then each is inflated up to the size it declared and no further; one that is not of that
 * size lied, and the archive is refused (`table-suspicious`). Damage is `table-unreadable`, a password `table-protected`,
 * honest contents beyond the limit `table-too-large`.
 */
export function unpackZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): Result<ZipEntry[]> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = listEntries(archive, limits)
  if (!listed.ok) return listed
  const entries: ZipEntry[] = []
  for (const entry of listed.value) {
    if (!wanted(entry.name)) continue
    const unpacked = unpackEntry(archive, entry)
    if (!unpacked.ok) return unpacked
    entries.push({ name: entry.name, bytes: unpacked.value })
  }
  return ok(entries)
}

function listEntries(archive: Buffer, limits: ZipLimits): Result<Listed[]> {
  const end = endOfDirectory(archive)
  if (end < 0) return refused('table-unreadable')
  const count = archive.readUInt16LE(end + 10)
  if (count > limits.maxEntries) return refused('table-suspicious')
  let at = archive.readUInt32LE(end + 16)
  const listed: Listed[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== DIRECTORY_ENTRY)
      return refused('table-unreadable')
    const isLocked = (archive.readUInt16LE(at + 8) & 1) === 1
    if (isLocked) return refused('table-protected')
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28)
    listed.push({
      name: archive.toString('utf8', at + 46, nameEnd),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    })
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  if (!isPlausible(listed, limits)) return refused('table-suspicious')
  const total = listed.reduce((sum, { size }) => sum + size, 0)
  return total <= limits.maxBytes ? ok(listed) : refused('table-too-large')
}

function endOfDirectory(archive: Buffer): number {
  const last = archive.length - END_LENGTH
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  return -1
}

function isPlausible(listed: readonly Listed[], { maxRatio }: ZipLimits): boolean {
  const names = new Set(listed.map(({ name }) => name))
  return (
    names.size === listed.length &&
    listed.every(
      ({ packed, size, offset }) => packed !== IN_ZIP64 && size !== IN_ZIP64 && offset !== IN_ZIP64,
    ) &&
    listed.every(({ packed, size }) => size < RATIO_FROM_BYTES || size <= packed * maxRatio)
  )
}

function unpackEntry(archive: Buffer, { method, packed, size, offset }: Listed): Result<Uint8Array> {
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== LOCAL_HEADER) {
    return refused('table-unreadable')
  }
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  if (start + packed > archive.length) return refused('table-unreadable')
  const held = archive.subarray(start, start + packed)
  if (method === 0) return held.length === size ? ok(held) : refused('table-suspicious')
  if (method !== 8) return refused('table-unreadable')
  try {
    const inflated = inflateRawSync(held, { maxOutputLength: Math.max(1, size) })
    return inflated.length === size ? ok(inflated) : refused('table-suspicious')
  } catch (error) {
    const isLarger = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    return refused(isLarger ? 'table-suspicious' : 'table-unreadable')
  }
}
