import { useEffect, useState, type FormEvent, type RefObject } from 'react'

export type Held = 'sending' | 'failed' | null

/**
 * Holds the form back while photos are on their way, then sends it by itself; once one has failed, waits for the
 * person to send it again or remove it, and to publish anew.
 * `pending` is what stands between the photos and publishing.
 */
export function usePublishWhenSent(
  form: RefObject<HTMLFormElement>,
  pending: Held,
): { held: Held; onSubmit: (event: FormEvent<HTMLFormElement>) => void } {
  const [held, setHeld] = useState<Held>(null)
  useEffect(() => {
    if (held === null || held === pending) return
    setHeld(pending === 'failed' && held === 'sending' ? 'failed' : null)
    if (held === 'sending' && pending === null) form.current?.requestSubmit()
  }, [held, pending, form])
  return {
    held,
    onSubmit: (event) => {
      if (pending === null) return
      event.preventDefault()
      setHeld(pending)
    },
  }
}
