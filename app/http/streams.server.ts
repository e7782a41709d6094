/** Text as it is made: nothing is made ahead of what the reader takes, and nothing more once it has gone. */
export function streamOf(
  parts: AsyncIterator<string | Uint8Array, void, undefined>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await parts.next()
        if (next.done) controller.close()
        else controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value)
      },
      async cancel() {
        await parts.return?.()
      },
    },
    { highWaterMark: 1 },
  )
}

/** A weak validator (RFC 9110, 2022, §8.8.3): the same state may be compressed in several ways. */
export function weakTag(state: string): string {
  return `W/"${state.replace(/[^\w.:-]/g, '')}"`
}

/** Whether the reader holds this state already (RFC 9110, 2022, §13.1.2). */
export function isHeld(request: Request, tag: string): boolean {
  const held = request.headers.get('If-None-Match')
  if (held === null) return false
  const bare = (text: string) => text.trim().replace(/^W\//, '')
  return held.trim() === '*' || held.split(',').some((one) => bare(one) === bare(tag))
}
