import { useEffect, useRef, useState } from 'react'
import { useLocale } from '~/ui/i18n'

/** The part of the Web Speech API that is used; browsers that have it call it by one of two names. */
type Recognition = {
  lang: string
  interimResults: boolean
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null
  onerror: ((event: { error?: string }) => void) | null
  onend: (() => void) | null
  start: () => void
  /** Ends listening; what was said until then is still told. */
  stop: () => void
  /** Ends it without a word more. */
  abort: () => void
}
type SpeechWindow = Window & {
  SpeechRecognition?: new () => Recognition
  webkitSpeechRecognition?: new () => Recognition
}

const LANGUAGE = { fr: 'fr-FR', en: 'en-GB' } as const

/** Why nothing was written; each has one sentence that says what to do. */
export type DictationFault = 'refused' | 'microphone' | 'network' | 'language' | 'silence' | 'failed'

export type Dictation = {
  isListening: boolean
  fault: DictationFault | null
  /** Starts listening, or stops. */
  toggle: () => void
}

/** What the browser's own names of errors mean to a person (Web Speech API, 2020); an own stop is no error. */
const FAULTS: Readonly<Record<string, DictationFault | null>> = {
  aborted: null,
  'not-allowed': 'refused',
  'service-not-allowed': 'refused',
  'audio-capture': 'microphone',
  network: 'network',
  'language-not-supported': 'language',
  'no-speech': 'silence',
}

/** Writes what a person says; null where the browser cannot, so that nothing is shown. Nothing listens before `toggle`. */
export function useDictation(onText: (text: string) => void): Dictation | null {
  const locale = useLocale()
  const [isListening, setListening] = useState(false)
  const [fault, setFault] = useState<DictationFault | null>(null)
  const current = useRef<Recognition | null>(null)
  // What is said comes seconds later: it is added to what stands there by then, not to what stood there before.
  const tell = useRef(onText)
  useEffect(() => {
    tell.current = onText
  })
  useEffect(() => () => current.current?.abort(), [])
  const { SpeechRecognition, webkitSpeechRecognition } = window as SpeechWindow
  const Speech = SpeechRecognition ?? webkitSpeechRecognition
  if (!Speech) return null
  const end = () => {
    current.current = null
    setListening(false)
  }
  const toggle = () => {
    if (current.current) return current.current.stop()
    const recognition = new Speech()
    recognition.lang = LANGUAGE[locale]
    recognition.interimResults = false
    recognition.onresult = ({ results }) => {
      const said = Array.from(results, (result) => result[0]?.transcript.trim() ?? '')
      const text = said.filter(Boolean).join(' ')
      if (text) tell.current(text)
    }
    recognition.onerror = ({ error = '' }) =>
      setFault(Object.hasOwn(FAULTS, error) ? (FAULTS[error] ?? null) : 'failed')
    recognition.onend = end
    current.current = recognition
    setFault(null)
    setListening(true)
    try {
      recognition.start()
    } catch {
      end()
      setFault('failed')
    }
  }
  return { isListening, fault, toggle }
}
