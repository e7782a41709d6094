import { useCallback, useEffect, useRef, useState } from 'react'
import { openQrDecoder } from './qr-decoder'

export type CameraState = 'closed' | 'starting' | 'open' | 'refused' | 'none' | 'busy'

/** Between two looks, so that a phone neither heats nor stutters. */
const LOOK_EVERY_MS = 150

/** Capabilities that not every browser's types know. */
type TorchCapable = MediaTrackCapabilities & { torch?: boolean }

/** The phone's camera in the page: opens it, looks at its frames and tells what their QR codes say. */
export function useCamera(onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const stream = useRef<MediaStream | null>(null)
  const [state, setState] = useState<CameraState>('closed')
  const [torch, setTorch] = useState<'absent' | 'off' | 'on'>('absent')
  const tell = useRef(onText)
  useEffect(() => {
    tell.current = onText
  })

  const close = useCallback(() => {
    for (const track of stream.current?.getTracks() ?? []) track.stop()
    stream.current = null
    setState('closed')
    setTorch('absent')
  }, [])
  useEffect(() => close, [close])

  async function open() {
    setState('starting')
    try {
      const opened = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 } },
        audio: false,
      })
      stream.current = opened
      const view = video.current
      if (!view) return close()
      view.srcObject = opened
      await view.play()
      setState('open')
      const capabilities: TorchCapable | undefined = opened.getVideoTracks()[0]?.getCapabilities?.()
      setTorch(capabilities?.torch ? 'off' : 'absent')
      await look(view, opened)
    } catch (fault) {
      close()
      setState(stateOf(fault))
    }
  }

  /** Looks until the stream is closed or is another one. */
  async function look(view: HTMLVideoElement, opened: MediaStream) {
    const decode = await openQrDecoder()
    while (stream.current === opened) {
      const text = document.hidden ? null : await decode(view)
      if (text && stream.current === opened) tell.current(text)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
  }

  async function switchTorch() {
    const track = stream.current?.getVideoTracks()[0]
    const isOn = torch !== 'on'
    const constraint: MediaTrackConstraintSet & { torch: boolean } = { torch: isOn }
    await track?.applyConstraints({ advanced: [constraint] }).catch(() => undefined)
    setTorch(isOn ? 'on' : 'off')
  }

  return { video, state, torch, open, close, switchTorch }
}

function stateOf(fault: unknown): CameraState {
  const name = fault instanceof DOMException ? fault.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none'
}
