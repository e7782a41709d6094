/** What a request to another service is held to. */
export type OutgoingBounds = {
  timeoutMs: number
  mostBytes: number
  /** The only origin that may be asked. */
  origin: string
}

/** The service did not answer in time, sent too much, or sent elsewhere. */
export class OutgoingError extends Error {}

/**
 * Asks another service that the operator configured: its own origin alone, no redirect followed, within a time and a
 * size. The answer is whole.
 * @throws OutgoingError when a bound is passed, or nothing comes
 */
export async function boundedFetch(
  address: string | URL,
  init: RequestInit,
  { timeoutMs, mostBytes, origin }: OutgoingBounds,
): Promise<Response> {
  const url = new URL(address)
  if (url.origin !== origin) throw new OutgoingError(`${url.origin} is not the service that was configured`)
  const patience = AbortSignal.timeout(timeoutMs)
  const signal = init.signal ? AbortSignal.any([init.signal, patience]) : patience
  try {
    const reply = await fetch(url, { ...init, redirect: 'manual', signal })
    if (reply.status >= 300 && reply.status < 400) throw new OutgoingError(`${origin} sent elsewhere`)
    const { status, headers } = reply
    const hasBody = status !== 204 && status !== 304
    return new Response(hasBody ? await bodyOf(reply, mostBytes) : null, { status, headers })
  } catch (error) {
    if (error instanceof OutgoingError) throw error
    throw new OutgoingError(`${origin} did not answer`, { cause: error })
  }
}

/** The body, no further than a limit: what a service sends is not ours to trust. */
async function bodyOf(reply: Response, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!reply.body) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of reply.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    if (size > mostBytes) throw new OutgoingError('the service sent too much')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
