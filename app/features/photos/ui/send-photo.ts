import { paths } from '~/core/paths'

/** What became of a sending: the network did not answer, the person is signed out, or the server refused and says why. */
export type Sending =
  | { ok: true }
  | {
      ok: false
      error: { kind: 'network' | 'session' } | { kind: 'refused'; sentence: string; canRetry: boolean }
    }

/** Sends one photo under its id. Never throws: a dead network is an answer like any other. */
export async function sendPhoto(id: string, photo: Blob, name: string): Promise<Sending> {
  const body = new FormData()
  body.append('photo', photo, name)
  try {
    const response = await fetch(paths.photoUpload(id), { method: 'POST', body })
    if (response.ok) return { ok: true }
    if (response.status === 403) return { ok: false, error: { kind: 'session' } }
    const sentence = sentenceOf(await response.json())
    return {
      ok: false,
      error: sentence ? { kind: 'refused', sentence, canRetry: response.status >= 500 } : { kind: 'network' },
    }
  } catch {
    return { ok: false, error: { kind: 'network' } }
  }
}

function sentenceOf(reply: unknown): string | null {
  if (typeof reply !== 'object' || reply === null || !('error' in reply)) return null
  return typeof reply.error === 'string' ? reply.error : null
}
