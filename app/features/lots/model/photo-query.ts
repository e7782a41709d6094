import { asQuery } from '~/core/shared-search'

/** A photo as a search's address holds it: the model that looked at it and its vector, as bytes. Not the picture. */
export type AskedPhoto = { modelVersion: string; vector: Int8Array }

const MOST_DIMENSIONS = 512

/** The address of a search by photo. */
export function photoQuery({ modelVersion, vector }: AskedPhoto): string {
  const bytes = String.fromCharCode(...new Uint8Array(vector.buffer, vector.byteOffset, vector.length))
  const text = btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return asQuery(new URLSearchParams({ modele: modelVersion, image: text }))
}

/** The photo that an address asks for; null when it holds none, `unreadable` when it cannot be read. */
export function readPhotoQuery(params: URLSearchParams): AskedPhoto | 'unreadable' | null {
  const text = params.get('image')
  const modelVersion = params.get('modele') ?? ''
  if (text === null) return null
  if (!/^[\w-]{2,}$/.test(text) || text.length > MOST_DIMENSIONS * 2 || !modelVersion) return 'unreadable'
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return { modelVersion, vector: Int8Array.from(bytes, (byte) => byte.charCodeAt(0)) }
  } catch {
    return 'unreadable'
  }
}
