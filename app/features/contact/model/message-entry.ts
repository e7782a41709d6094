import { foldText } from '~/core/fold'
import type { ContactTopic } from './topics'

/** A message to the operator as a list shows it. */
export type MessageEntry = {
  id: string
  name: string
  email: string
  topic: ContactTopic
  text: string
  path: string
  createdAtMs: number
  handledAtMs: number | null
  handledByName: string | null
}

export const MESSAGE_STATES = ['ouvert', 'traite'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]
export type MessageFilter = { q: string; etat?: MessageState; sujet?: ContactTopic }

export function messageStateOf({ handledAtMs }: Pick<MessageEntry, 'handledAtMs'>): MessageState {
  return handledAtMs === null ? 'ouvert' : 'traite'
}

/** The messages that a filter keeps, in their order. */
export function filterMessages(
  messages: readonly MessageEntry[],
  { q, etat, sujet }: MessageFilter,
): MessageEntry[] {
  const sought = foldText(q)
  return messages.filter((message) => {
    if (etat && messageStateOf(message) !== etat) return false
    if (sujet && message.topic !== sujet) return false
    return [message.name, message.email, message.text].some((text) => foldText(text).includes(sought))
  })
}
