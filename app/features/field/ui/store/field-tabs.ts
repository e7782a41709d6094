import type { SendingState } from './field-snapshot'

const CHANNEL = 'gisement-terrain'

type Message = { kind: 'changed' } | { kind: 'sending'; sending: SendingState }
export type Tabs = { tell: () => void; tellSending: (sending: SendingState) => void }

/** Tells the other tabs of this device that what is kept has changed or where the sending stands, and hears it from them. */
export function listenToTabs({
  onChange,
  onSending,
}: {
  onChange: () => void
  onSending: (sending: SendingState) => void
}): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, tellSending: () => undefined }
  const channel = new BroadcastChannel(CHANNEL)
  const post = (message: Message) => channel.postMessage(message)
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'changed') onChange()
    else onSending(data.sending)
  })
  return {
    tell: () => post({ kind: 'changed' }),
    tellSending: (sending) => post({ kind: 'sending', sending }),
  }
}
