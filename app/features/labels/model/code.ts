import { checkedCode, readCheckedCode } from '~/core/check-code'

export const CODE_LENGTH = 8
/** Random symbols; the last of a code is its check. */
export const CODE_RANDOM = CODE_LENGTH - 1

/** The code of a label from seven random bytes: 35 random bits, then a check symbol. */
export function labelCodeOf(random: Uint8Array): string {
  return checkedCode(random, CODE_LENGTH)
}

/** The code in a text as a person types it; null when it was mistyped. */
export function readCode(text: string): string | null {
  return readCheckedCode(text, CODE_LENGTH)
}

/** A code as people read it: «7K3M-2P9X». */
export function spacedCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
