/** Signs that a free text names a person's address of mail or telephone: what people type is published as data. */
const MAIL = /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}.-]+\.\p{L}{2,}/gu
/** French numbers as people write them: «06 12 34 56 78», «+33 6.12.34.56.78», «0612345678». */
const PHONE =
  /(?<![\p{L}\p{N}])(?:(?:\+|00)33[\s.\u00a0-]?(?:\(0\)[\s.\u00a0-]?)?|0)[1-9](?:[\s.\u00a0-]?\d{2}){4}(?!\d)/gu

/** What stands where a way to reach a person was. */
export const REMOVED = '[…]'

/** A free text without the addresses of mail and the telephone numbers that people type into it. */
export function withoutContacts(text: string): string {
  return text.replace(MAIL, REMOVED).replace(PHONE, REMOVED)
}
