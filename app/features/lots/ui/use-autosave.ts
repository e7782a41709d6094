import { useEffect, useRef, useState, type RefObject } from 'react'
import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'

export type Autosave = { status: 'idle' | 'saved' | 'failed'; atMs: number }

/** Pause after the last change before the answers are sent. */
const PAUSE_MS = 3000

/**
 * Keeps the answers of a form as a draft, a few seconds after each change. `sentKey` changes with what the form holds
 * without a person typing it, such as a photo that has arrived. Nothing is sent before a first change, nor for a form
 * without a draft (`null`), nor once the form itself is on its way: a draft that came after its lot would be refused.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  draftId: string | null,
  sentKey: string,
): Autosave {
  const [saved, setSaved] = useState<Autosave>({ status: 'idle', atMs: 0 })
  const firstKey = useRef(sentKey)
  useEffect(() => {
    const element = form.current
    if (!element || draftId === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const schedule = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void send(element, draftId).then(setSaved), PAUSE_MS)
    }
    if (sentKey !== firstKey.current) {
      firstKey.current = sentKey
      schedule()
    }
    const handOver = () => clearTimeout(timer)
    element.addEventListener('input', schedule)
    element.addEventListener('change', schedule)
    element.addEventListener('submit', handOver)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('submit', handOver)
      element.removeEventListener('input', schedule)
      element.removeEventListener('change', schedule)
    }
  }, [form, draftId, sentKey])
  return saved
}

async function send(form: HTMLFormElement, draftId: string): Promise<Autosave> {
  const atMs = nowMs()
  const body = new URLSearchParams({ takenAtMs: String(atMs) })
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  try {
    const response = await fetch(paths.lotDraft(draftId), { method: 'POST', body })
    return { status: response.ok && !response.redirected ? 'saved' : 'failed', atMs }
  } catch {
    return { status: 'failed', atMs }
  }
}
