/** An address of the web that a link may lead to; null for what is none, such as a script's or a document's own. */
export function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null
  return /^https?:$/.test(new URL(text).protocol) ? text : null
}
