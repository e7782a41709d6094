import { Transform, type TransformCallback } from 'node:stream'

/** Beyond this many bytes a page is sent on before React says that a part of it is whole. */
const MOST_HELD = 128 * 1024

/**
 * What React writes of a page, as few large pieces. React writes blocks of 2 KiB, and each would be compressed, flushed
 * and sent by itself. They are held until React has no more to write for now, which it says by calling `flush`.
 *
 * Null bytes are left out. React 18 fills its blocks, and where a letter of several bytes would cross the end of one, it
 * sends the rest of the block as it was (facebook/react#24985). No page holds a null byte otherwise: HTML forbids it.
 */
export class PageBytes extends Transform {
  private held: Uint8Array[] = []
  private size = 0

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const kept = chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk
    this.held.push(kept)
    this.size += kept.length
    if (this.size >= MOST_HELD) this.flush()
    done()
  }

  /** Sends on what is held. */
  flush(): void {
    if (this.size === 0) return
    const piece = Buffer.concat(this.held, this.size)
    this.held = []
    this.size = 0
    this.push(piece)
  }

  override _flush(done: TransformCallback): void {
    this.flush()
    done()
  }
}
