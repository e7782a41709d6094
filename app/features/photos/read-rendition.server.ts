import { readStoredFile } from '~/platform/storage.server'

const TYPES = { webp: 'image/webp', jpg: 'image/jpeg', avif: 'image/avif' } as const

export type RenditionFile = { bytes: Uint8Array<ArrayBuffer>; type: (typeof TYPES)[keyof typeof TYPES] }

/** The file of a rendition by its key; null for a key that is unknown or none. Keys are unguessable and never reused. */
export async function readRendition(key: string): Promise<RenditionFile | null> {
  const type = typeOf(key)
  if (!type) return null
  const bytes = await readStoredFile('photos', key)
  return bytes && { bytes, type }
}

function typeOf(key: string): RenditionFile['type'] | null {
  const extension = key.split('.').at(-1) ?? ''
  return Object.hasOwn(TYPES, extension) ? TYPES[extension as keyof typeof TYPES] : null
}
