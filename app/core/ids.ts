import { nowMs } from './clock'

/**
 * A UUID version 7 (RFC 9562, 2024): 48 bits of milliseconds, then 74 random bits.
 * Sortable by creation; made by client or server alike.
 */
export function newId(atMs: number = nowMs()): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  let rest = Math.floor(atMs)
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a text is a lower-case UUID of any version, as `newId` makes them. */
export function isId(text: string): boolean {
  return UUID.test(text)
}
