import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** Method 8 (deflate), names in UTF-8, sizes after the data (APPNOTE 6.3.10, §4.4.4, bits 3 and 11). */
const SHARED = [u16(20), u16(0x0808), u16(8), u16(0), u16(0x21)]

/** A ZIP archive written in one pass: texts or bytes, each file as it is made. */
export class ZipWriter {
  private offset = 0
  private readonly directory: Buffer[] = []

  async *add(
    name: string,
    source: AsyncIterable<string | Uint8Array>,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const named = Buffer.from(name, 'utf8')
    const start = this.offset
    const unknown = [u32(0), u32(0), u32(0)]
    yield this.sent(Buffer.concat([u32(0x04034b50), ...SHARED, ...unknown, u16(named.length), u16(0), named]))
    let crc = 0
    let size = 0
    async function* measured() {
      for await (const part of source) {
        const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part
        crc = crc32(bytes, crc)
        size += bytes.length
        yield bytes
      }
    }
    const before = this.offset
    const plain = Readable.from(measured())
    const deflate = createDeflateRaw({ level: 6 })
    // What fails while it is read must fail the archive, not wait for ever.
    plain.on('error', (error) => deflate.destroy(error))
    for await (const chunk of plain.pipe(deflate)) yield this.sent(chunk as Buffer)
    const sizes = [u32(crc), u32(this.offset - before), u32(size)]
    yield this.sent(Buffer.concat([u32(0x08074b50), ...sizes]))
    const ends = [u16(named.length), u16(0), u16(0), u16(0), u16(0), u32(0), u32(start), named]
    this.directory.push(Buffer.concat([u32(0x02014b50), u16(20), ...SHARED, ...sizes, ...ends]))
  }

  end(): Uint8Array {
    const listing = Buffer.concat(this.directory)
    const count = u16(this.directory.length)
    const places = [u16(0), u16(0), count, count, u32(listing.length), u32(this.offset), u16(0)]
    return Buffer.concat([listing, u32(0x06054b50), ...places])
  }

  private sent(bytes: Buffer): Buffer {
    this.offset += bytes.length
    return bytes
  }
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
