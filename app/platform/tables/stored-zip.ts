import { crc32 } from 'node:zlib'

/** Files as a ZIP archive that does not compress (APPNOTE 6.3, method 0). */
export function storeZip(entries: readonly { name: string; bytes: Uint8Array }[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const named = Buffer.from(name, 'utf8')
    const shared = sharedHeader(bytes, named)
    const local = Buffer.concat([u32(0x04034b50), shared, named])
    parts.push(local, Buffer.from(bytes))
    directory.push(
      Buffer.concat([u32(0x02014b50), u16(20), shared, u16(0), u16(0), u16(0), u32(0), u32(offset), named]),
    )
    offset += local.length + bytes.length
  }
  const listing = Buffer.concat(directory)
  const [count, size] = [u16(entries.length), u32(listing.length)]
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), count, count, size, u32(offset), u16(0)])
  return Buffer.concat([...parts, listing, end])
}

/** What the local header and the directory say alike: version, flags, method, time, checksum, sizes, lengths. */
function sharedHeader(bytes: Uint8Array, name: Buffer): Buffer {
  const size = u32(bytes.length)
  return Buffer.concat([
    ...[u16(20), u16(0x0800), u16(0), u16(0), u16(0x21), u32(crc32(bytes)), size, size],
    ...[u16(name.length), u16(0)],
  ])
}

function u16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeUInt16LE(value)
  return buffer
}

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(value >>> 0)
  return buffer
}
