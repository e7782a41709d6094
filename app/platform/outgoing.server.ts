import { askChecked, OutgoingError, type Lookup } from './checked-connection.server'

/** What a request to another service is held to. */
export type OutgoingBounds = {
  timeoutMs: number
  mostBytes: number
  /** The only origin that may be asked. */
  origin: string
  /** How names are looked up; the system's way where it is left out. */
  lookup?: Lookup
}

/**
 * Asks another service that the operator configured: its own origin alone, at an address that was checked, no redirect
 * followed, within a time and a size. The answer is whole.
 * @throws OutgoingError when a bound is passed, or nothing comes
 */
export async function boundedFetch(
  address: string | URL,
  init: RequestInit,
  { timeoutMs, mostBytes, origin, lookup }: OutgoingBounds,
): Promise<Response> {
  const url = new URL(address)
  if (url.origin !== origin) throw new OutgoingError(`${url.origin} is not the service that was configured`)
  const patience = AbortSignal.timeout(timeoutMs)
  const signal = init.signal ? AbortSignal.any([init.signal, patience]) : patience
  try {
    const reply = await askChecked(url, { ...init, signal }, { isConfigured: true, lookup })
    const { status, headers } = reply
    if (status >= 300 && status < 400 && status !== 304) {
      await reply.body?.cancel()
      throw new OutgoingError(`${origin} sent elsewhere`)
    }
    return new Response(reply.body && (await bodyWithin(reply.body, mostBytes)), { status, headers })
  } catch (error) {
    if (error instanceof OutgoingError) throw error
    throw new OutgoingError(`${origin} did not answer`, { cause: error })
  }
}

/**
 * The body, no further than a limit in bytes: what a service sends is not ours to trust.
 * @throws OutgoingError beyond it
 */
export async function bodyWithin(
  body: ReadableStream<Uint8Array>,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    if (size > mostBytes) throw new OutgoingError('the service sent too much')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
