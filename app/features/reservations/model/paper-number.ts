import { checkedCode, readCheckedCode } from '~/core/check-code'

const LENGTH = 12
export const PAPER_RANDOM = LENGTH - 1

/** The number of a transfer document or a receipt from eleven random bytes: 55 random bits, then a check symbol. */
export function paperNumberOf(random: Uint8Array): string {
  return checkedCode(random, LENGTH)
}

/** The number in a text as a person types it; null when it was mistyped. */
export function readPaperNumber(text: string): string | null {
  return readCheckedCode(text, LENGTH)
}

/** A number as people read it: «7K3M-2P9X-4TQ8». */
export function spacedNumber(number: string): string {
  return `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`
}
