import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import { env } from './env.server'

/** A line is 40 hexadecimal figures, a colon and a count: a read of this size holds one whole line at least. */
const READ_BYTES = 256
const HASH_FIGURES = 40

/**
 * Whether a password is in the operator's list of those that leaked (`BREACHED_PASSWORDS`): a text file of SHA-1 hashes
 * in ascending order, one a line, each with a count or without, as Have I Been Pwned gives them out. It is searched on
 * the disk, whatever its size, and nothing leaves this machine. Without a list, nothing is known to have leaked.
 * @throws Error when the list cannot be read: a password that could not be looked up is not taken
 */
export async function hasLeaked(password: string): Promise<boolean> {
  const { breachedPasswords } = env()
  if (breachedPasswords === null) return false
  const wanted = createHash('sha1').update(password).digest('hex').toUpperCase()
  const file = await fs.open(breachedPasswords)
  try {
    return await holds(file, wanted)
  } finally {
    await file.close()
  }
}

/** Halves the file until no line is left between its ends. */
async function holds(file: fs.FileHandle, wanted: string): Promise<boolean> {
  let low = 0
  let high = (await file.stat()).size
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const line = await lineFrom(file, middle, low)
    if (line.hash === wanted) return true
    if (line.hash !== '' && line.hash < wanted) low = line.end
    else high = line.start < middle ? line.start : middle
  }
  return false
}

/** The line that a place is in, looked for no further back than `least`. */
async function lineFrom(file: fs.FileHandle, place: number, least: number) {
  const from = Math.max(least, place - READ_BYTES / 2)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(READ_BYTES), 0, READ_BYTES, from)
  const text = buffer.toString('latin1', 0, bytesRead)
  const before = text.lastIndexOf('\n', place - from - 1)
  const start = place === from ? 0 : before + 1
  const next = text.indexOf('\n', place - from)
  const end = next < 0 ? bytesRead : next + 1
  const hash = text.slice(start, start + HASH_FIGURES).toUpperCase()
  return { start: from + start, end: from + end, hash: /^[0-9A-F]{40}$/.test(hash) ? hash : '' }
}
