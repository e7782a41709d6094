import { readCode } from './code'

/** What a scanner or a person gave: a code of a label, one that was mistyped, or something that is no label of ours. */
export type Scanned = { kind: 'code'; code: string } | { kind: 'mistyped' } | { kind: 'foreign' }

const LABEL_ADDRESS = /^https?:\/\/[^/\s]+\/q\/([^/?#\s]+)\/?(?:[?#].*)?$/i
/** A typed code with its spaces and hyphens; longer texts are of other codes (goods, tickets, addresses). */
const MOST_TYPED = 16

/**
 * Reads what a QR code held or a person typed. The host of an address is not looked at: a label stays good when the
 * service moves to another name, and its check symbol keeps other people's addresses out.
 */
export function readScanned(text: string): Scanned {
  const trimmed = text.trim()
  const typed = LABEL_ADDRESS.exec(trimmed)?.[1] ?? (trimmed.length <= MOST_TYPED ? trimmed : null)
  if (!typed) return { kind: 'foreign' }
  const code = readCode(typed)
  return code ? { kind: 'code', code } : { kind: 'mistyped' }
}
