import { askChecked, OutgoingError } from '~/platform/checked-connection.server'
import { ModelFaultError } from '../classifier-error'

/** A file of a model at a branch, tag or commit. */
export type HubFile = { hubUrl: string; id: string; revision: string; file: string }
/** `stillComing` is called at each piece of the answer, so that only silence ends the request. */
type Transfer = { signal: AbortSignal; stillComing: () => void }

/** A hub that sends nothing for so long is out of reach. */
const SILENCE_MS = 60_000
/** Hubs keep large files with others and send on to them, in one step or two. */
const MOST_STEPS = 4

/**
 * Asks the hub for a file, at addresses that were checked, and hands its answer to `receive`; null when the hub has no
 * such file. Throws a `ModelFaultError`: `hub-unreachable` when it does not answer, breaks off or is out of order,
 * `hub-refused` when it does not give the file to this server or sends it on to where nobody is asked.
 */
export async function ask<T>(
  from: HubFile,
  receive: (response: Response, transfer: Transfer) => Promise<T>,
): Promise<T | null> {
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(new Error(`nothing for ${SILENCE_MS} ms`)), SILENCE_MS)
  try {
    const response = await follow(from, { signal: silence.signal, stillComing: () => timer.refresh() })
    if (response.status === 404) return null
    checkAnswer(response, from)
    return await receive(response, { signal: silence.signal, stillComing: () => timer.refresh() })
  } catch (error) {
    if (error instanceof ModelFaultError) throw error
    if (error instanceof OutgoingError) throw new ModelFaultError('hub-refused', error.message)
    throw new ModelFaultError('hub-unreachable', `${from.hubUrl} is out of reach: ${causeOf(error)}`)
  } finally {
    clearTimeout(timer)
    silence.abort()
  }
}

function addressOf({ hubUrl, id, revision, file }: HubFile): string {
  return `${hubUrl}/${id}/resolve/${encodeURIComponent(revision)}/${file}`
}

/** The answer of the hub, or of who it sends on to: over a closed line where the hub is asked over one. */
async function follow(from: HubFile, { signal, stillComing }: Transfer): Promise<Response> {
  let url = new URL(addressOf(from))
  const hub = url.origin
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const response = await askChecked(url, { signal }, { isConfigured: url.origin === hub })
    stillComing()
    const to = response.headers.get('location')
    if (![301, 302, 303, 307, 308].includes(response.status) || to === null) return response
    await response.body?.cancel()
    url = new URL(to, url)
    if (from.hubUrl.startsWith('https:') && url.protocol !== 'https:') {
      throw new ModelFaultError(
        'hub-refused',
        `${from.hubUrl} sends ${from.file} of ${from.id} over an open line`,
      )
    }
  }
  throw new ModelFaultError('hub-refused', `${from.hubUrl} sends on and on for ${from.file} of ${from.id}`)
}

function checkAnswer(response: Response, { hubUrl, id, file }: HubFile): void {
  if (response.ok) return
  const reason = response.status >= 500 || response.status === 429 ? 'hub-unreachable' : 'hub-refused'
  throw new ModelFaultError(reason, `${hubUrl} answers ${response.status} for ${file} of ${id}`)
}

/** The system's own word (ECONNREFUSED, ENOTFOUND…) where there is one. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
