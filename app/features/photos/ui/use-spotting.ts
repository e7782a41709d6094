import { useEffect, useState } from 'react'
import { paths } from '~/core/paths'
import type { SpottingReply } from '../model/spotting'

/** Pauses before each time that the server is asked, ms: it looks within a second or two when nobody else waits. */
const PAUSES_MS = [1000, 2000, 3000, 5000, 10_000, 20_000]

/** What was spotted in a photo that was just sent: null until the server knows, and when it does not say so in time. */
export function useSpotting(photoId: string): SpottingReply | null {
  const [reply, setReply] = useState<SpottingReply | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    void ask(photoId, leaving.signal).then((said) => {
      if (said && !leaving.signal.aborted) setReply(said)
    })
    return () => leaving.abort()
  }, [photoId])
  return reply
}

async function ask(photoId: string, signal: AbortSignal): Promise<SpottingReply | null> {
  for (const pauseMs of PAUSES_MS) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    if (signal.aborted) return null
    try {
      const response = await fetch(paths.photoSpotting(photoId), { signal })
      if (!response.ok) return null
      const reply = (await response.json()) as SpottingReply
      if (reply.status !== 'waiting') return reply
    } catch {
      // A dead network: asked again after the next pause.
    }
  }
  return null
}
