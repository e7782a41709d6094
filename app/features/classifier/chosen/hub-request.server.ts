import { ModelFaultError } from '../classifier-error'

/** A file of a model at a branch, tag or commit. */
export type HubFile = { hubUrl: string; id: string; revision: string; file: string }
/** `stillComing` is called at each piece of the answer, so that only silence ends the request. */
type Transfer = { signal: AbortSignal; stillComing: () => void }

/** A hub that sends nothing for so long is out of reach. */
const SILENCE_MS = 60_000

/**
 * Asks the hub for a file and hands its answer to `receive`; null when the hub has no such file. Throws a
 * `ModelFaultError`: `hub-unreachable` when it does not answer, breaks off or is out of order, `hub-refused` when it
 * does not give the file to this server.
 */
export async function ask<T>(
  from: HubFile,
  receive: (response: Response, transfer: Transfer) => Promise<T>,
): Promise<T | null> {
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(new Error(`nothing for ${SILENCE_MS} ms`)), SILENCE_MS)
  try {
    const response = await fetch(addressOf(from), { signal: silence.signal })
    timer.refresh()
    if (response.status === 404) return null
    checkAnswer(response, from)
    return await receive(response, { signal: silence.signal, stillComing: () => timer.refresh() })
  } catch (error) {
    if (error instanceof ModelFaultError) throw error
    throw new ModelFaultError('hub-unreachable', `${from.hubUrl} is out of reach: ${causeOf(error)}`)
  } finally {
    clearTimeout(timer)
    silence.abort()
  }
}

function addressOf({ hubUrl, id, revision, file }: HubFile): string {
  return `${hubUrl}/${id}/resolve/${encodeURIComponent(revision)}/${file}`
}

function checkAnswer(response: Response, { hubUrl, id, file }: HubFile): void {
  if (hubUrl.startsWith('https:') && !response.url.startsWith('https:')) {
    throw new ModelFaultError('hub-refused', `${hubUrl} sends ${file} of ${id} over an open line`)
  }
  if (response.ok) return
  const reason = response.status >= 500 || response.status === 429 ? 'hub-unreachable' : 'hub-refused'
  throw new ModelFaultError(reason, `${hubUrl} answers ${response.status} for ${file} of ${id}`)
}

/** The system's own word (ECONNREFUSED, ENOTFOUND…) where there is one. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
