import { useEffect, useRef, useState } from 'react'
import { useLocale } from '~/ui/i18n'

/** The part of the Web Speech API that is used; browsers that have it call it by one of two names. */
type Recognition = {
  lang: string
  interimResults: boolean
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null
  onerror: (() => void) | null
  onend: (() => void) | null
  start: () => void
  abort: () => void
}
type SpeechWindow = Window & {
  SpeechRecognition?: new () => Recognition
  webkitSpeechRecognition?: new () => Recognition
}

const LANGUAGE = { fr: 'fr-FR', en: 'en-GB' } as const

export type Dictation = {
  state: 'idle' | 'listening' | 'failed'
  /** Starts listening, or stops. */
  toggle: () => void
}

/** Writes what a person says; null where the browser cannot, so that nothing is shown. */
export function useDictation(onText: (text: string) => void): Dictation | null {
  const locale = useLocale()
  const [state, setState] = useState<Dictation['state']>('idle')
  const current = useRef<Recognition | null>(null)
  useEffect(() => () => current.current?.abort(), [])
  const { SpeechRecognition, webkitSpeechRecognition } = window as SpeechWindow
  const Speech = SpeechRecognition ?? webkitSpeechRecognition
  if (!Speech) return null
  const toggle = () => {
    if (current.current) return current.current.abort()
    const recognition = new Speech()
    current.current = recognition
    recognition.lang = LANGUAGE[locale]
    recognition.interimResults = false
    recognition.onresult = ({ results }) => {
      const said = Array.from(results, (result) => result[0]?.transcript.trim() ?? '')
      const text = said.filter(Boolean).join(' ')
      if (text) onText(text)
    }
    recognition.onerror = () => setState('failed')
    recognition.onend = () => {
      current.current = null
      setState((before) => (before === 'listening' ? 'idle' : before))
    }
    setState('listening')
    recognition.start()
  }
  return { state, toggle }
}
