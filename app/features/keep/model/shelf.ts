import { isId } from '~/core/ids'

/** Lots that a device keeps without an account, few enough for its small file; with an account, as many as one reads. */
export const MOST_ON_DEVICE = 50
export const MOST_IN_ACCOUNT = 200
/** Lots looked at last. */
export const MOST_SEEN = 12
/** Lots side by side. */
export const MOST_COMPARED = 3

/** What a device remembers of lots, newest first; `seen` is null while its reader has not asked for it. */
export type Shelf = { kept: readonly string[]; seen: readonly string[] | null }

export const EMPTY_SHELF: Shelf = { kept: [], seen: null }

/** The list with an id first, once; null when it is full. */
export function withKept(kept: readonly string[], id: string, most: number): string[] | null {
  if (kept.includes(id)) return [...kept]
  return kept.length >= most ? null : [id, ...kept]
}

export function withoutKept(kept: readonly string[], ids: readonly string[]): string[] {
  return kept.filter((one) => !ids.includes(one))
}

/** What was seen, with one more first; the oldest go. Nothing while the reader has not asked for it. */
export function withSeen(seen: Shelf['seen'], id: string): Shelf['seen'] {
  return seen && [id, ...seen.filter((one) => one !== id)].slice(0, MOST_SEEN)
}

/** A shelf as short text: ids as 22 letters each, since a browser keeps 4 kB at most. */
export function packShelf({ kept, seen }: Shelf): { k: string; s: string | null } {
  return { k: kept.map(packId).join(''), s: seen && seen.map(packId).join('') }
}

/** The shelf that was packed; what cannot be read, or is too much, is left out. */
export function unpackShelf(value: unknown): Shelf {
  if (typeof value !== 'object' || value === null) return EMPTY_SHELF
  const { k, s } = value as { k?: unknown; s?: unknown }
  return {
    kept: unpackIds(k).slice(0, MOST_ON_DEVICE),
    seen: typeof s === 'string' ? unpackIds(s).slice(0, MOST_SEEN) : null,
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const PACKED = 22

/** 128 bits as letters of six bits each. */
function packId(id: string): string {
  let rest = BigInt(`0x${id.replaceAll('-', '')}`)
  let text = ''
  for (let at = 0; at < PACKED; at++) {
    text = LETTERS.charAt(Number(rest % 64n)) + text
    rest /= 64n
  }
  return text
}

function unpackIds(text: unknown): string[] {
  if (typeof text !== 'string') return []
  const ids = (text.match(/.{22}/gs) ?? []).map(unpackId)
  return [...new Set(ids.filter((id) => id !== null))]
}

function unpackId(text: string): string | null {
  let bits = 0n
  for (const letter of text) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) return null
    bits = bits * 64n + BigInt(value)
  }
  const hex = bits.toString(16).padStart(32, '0')
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  )
  return isId(id) ? id : null
}

/** The lots that an address asks to compare, `lots=a,b` or `lots=a&lots=b`: the first three, each once. */
export function comparedIn(params: URLSearchParams): { ids: string[]; isCut: boolean } {
  const asked = params.getAll('lots').flatMap((text) => text.split(','))
  const ids = [...new Set(asked.map((id) => id.trim()).filter(isId))]
  return { ids: ids.slice(0, MOST_COMPARED), isCut: ids.length > MOST_COMPARED }
}
