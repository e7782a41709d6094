import { useState } from 'react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { attachments } from '~/messages/attachments'
import { useT } from '~/ui/i18n'
import { attachmentKindOf, MAX_ATTACHMENTS_PER_LOT, type AttachmentView } from '../model/attachment'

export type Attachments = {
  kept: readonly AttachmentView[]
  /** Name of the document on its way, if any. */
  sending: string | null
  faults: readonly string[]
  /** Sends the files of a field; until each is there, the field keeps them, so that posting the form loses none. */
  send: (field: HTMLInputElement, kind: string) => Promise<void>
  remove: (id: string) => void
}

/** Documents chosen in the browser, sent one by one. `initial`: those that the server already has. */
export function useAttachments(initial: readonly AttachmentView[]): Attachments {
  const t = useT(attachments)
  const [kept, setKept] = useState(initial)
  const [sending, setSending] = useState<string | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])

  async function send(field: HTMLInputElement, kind: string) {
    const room = MAX_ATTACHMENTS_PER_LOT - kept.length
    const refusals: string[] = []
    const sent: AttachmentView[] = []
    for (const file of [...(field.files ?? [])].slice(0, room)) {
      setSending(file.name)
      const id = newId()
      const outcome = await sendAttachment(id, file, kind)
      if (outcome === null)
        sent.push({ id, kind: attachmentKindOf(kind), fileName: file.name, sizeBytes: file.size })
      else refusals.push('sentence' in outcome ? outcome.sentence : t(outcome.kind, { name: file.name }))
    }
    field.value = ''
    setKept((before) => [...before, ...sent])
    setFaults(refusals)
    setSending(null)
  }

  return {
    kept,
    sending,
    faults,
    send,
    remove: (id) => setKept((before) => before.filter((one) => one.id !== id)),
  }
}

type Fault = { sentence: string } | { kind: 'network' | 'session' }

/** Sends one document under its id; null when the server has it. Never throws. */
async function sendAttachment(id: string, file: File, kind: string): Promise<Fault | null> {
  const body = new FormData()
  body.append('kind', kind)
  body.append('attachment', file, file.name)
  try {
    const response = await fetch(paths.attachmentUpload(id), { method: 'POST', body })
    if (response.ok) return null
    if (response.status === 403) return { kind: 'session' }
    const reply: unknown = await response.json()
    const hasSentence = typeof reply === 'object' && reply !== null && 'error' in reply
    return hasSentence && typeof reply.error === 'string' ? { sentence: reply.error } : { kind: 'network' }
  } catch {
    return { kind: 'network' }
  }
}
