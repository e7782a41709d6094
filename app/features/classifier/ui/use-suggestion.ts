import { useEffect, useState } from 'react'
import { paths } from '~/core/paths'
import { combineSuggestions } from '../model/combine-suggestions'
import type { OffReason } from '../model/off-reason'
import type { Suggestion } from '../model/suggest'
import type { SuggestionReply } from '../model/suggestion-reply'

export type LotSuggestion = {
  /** What the photos answered so far suggest together; null before the first answer. */
  suggestion: Suggestion | null
  /** Whether an answer is still awaited. */
  waiting: boolean
  /** Why no answer will come; null while one may. */
  off: OffReason | 'late' | null
}

const PAUSE_MS = 700
const TRIES = 30

type Answer = Suggestion | { off: OffReason | 'late' }

/** Asks for the suggestion of each photo already sent until it comes. `initial`: what the server said with the page. */
export function useSuggestion(photoIds: readonly string[], initial: Suggestion | null): LotSuggestion {
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({})
  const [initialIds] = useState(photoIds)
  const asked = photoIds.find((id) => answers[id] === undefined && !(initial && initialIds.includes(id)))

  useEffect(() => {
    if (asked === undefined) return
    const leaving = new AbortController()
    void ask(asked, leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) setAnswers((known) => ({ ...known, [asked]: answer }))
    })
    return () => leaving.abort()
  }, [asked])

  const said = photoIds.flatMap((id) => {
    const answer = answers[id]
    return answer && !('off' in answer) ? [answer] : []
  })
  const keepsInitial = initial && initialIds.some((id) => photoIds.includes(id))
  const all = keepsInitial ? [initial, ...said] : said
  return {
    suggestion: all.length > 0 ? combineSuggestions(all) : null,
    waiting: asked !== undefined,
    off: asked === undefined && all.length === 0 ? reasonOf(photoIds.map((id) => answers[id])) : null,
  }
}

function reasonOf(answers: readonly (Answer | undefined)[]): LotSuggestion['off'] {
  for (const answer of answers) if (answer && 'off' in answer) return answer.off
  return null
}

/** The answer for a photo, asked for about twenty seconds at most. */
async function ask(photoId: string, signal: AbortSignal): Promise<Answer> {
  for (let tries = 0; tries < TRIES && !signal.aborted; tries++) {
    const reply = await fetchReply(photoId, signal)
    if (reply?.status === 'done') return { verdict: reply.verdict, candidates: reply.candidates }
    if (reply?.status === 'off') return { off: reply.reason }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return { off: 'late' }
}

async function fetchReply(photoId: string, signal: AbortSignal): Promise<SuggestionReply | null> {
  try {
    const response = await fetch(paths.photoSuggestion(photoId), { signal })
    return response.ok && !response.redirected ? ((await response.json()) as SuggestionReply) : null
  } catch {
    return null
  }
}
