import type { FieldCause } from './field-draft'

/** A handover that was counted and signed on this device. */
export type FieldHandover = {
  /** The id of the check on the server. */
  id: string
  ownerUserId: string
  ownerName: string
  reservationId: string
  /** What it is called in the list: the lot's reference and title. */
  label: string
  /** As typed. */
  counted: string
  difference: string
  massKg: string
  signedName: string
  countedAtMs: number
  state: 'ready' | 'sent'
  cause: FieldCause | null
  faults: Readonly<Record<string, readonly string[]>>
  attempts: number
  retryAtMs: number
  readyAtMs: number
}
