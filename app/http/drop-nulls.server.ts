import { Transform } from 'node:stream'

/**
 * A stream that lets a page through without its null bytes. React 18 fills blocks of 2 KiB, and where a letter of
 * several bytes would cross the end of one, it sends the rest of the block as it was (facebook/react#24985).
 * No page holds a null byte otherwise: HTML forbids it.
 */
export function dropNulls(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk)
    },
  })
}
