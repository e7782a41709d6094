import { nowMs } from './clock'

/** The last instant that an id was made at, and how many followed its first: both as in the id. */
let lastMs = -1
let turn = 0
const MOST_TURNS = 0xfff

/**
 * A UUID version 7 (RFC 9562, 2024): 48 bits of milliseconds, 12 bits that count the ids of one millisecond from a random
 * start (section 6.2, method 1), then 62 random bits. Sortable by creation: of two that one process makes in one
 * millisecond the later is greater, up to two thousand of them; beyond four thousand the count begins anew. Made by client or server alike.
 */
export function newId(atMs: number = nowMs()): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  const ms = Math.floor(atMs)
  if (ms === lastMs && turn < MOST_TURNS) turn += 1
  else turn = ((bytes[6]! << 8) | bytes[7]!) & (MOST_TURNS >> 1)
  lastMs = ms
  let rest = ms
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes[6] = 0x70 | (turn >> 8)
  bytes[7] = turn & 0xff
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is a lower-case UUID of any version, as `newId` makes them. */
export function isId(text: string): boolean {
  return UUID.test(text)
}

/** When an id of version 7 was made, in milliseconds. */
export function timeOfId(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
}
