/** A piece of XML that is already written; only `element` makes one, so that every text is escaped once. */
export type Xml = { readonly xml: string }

/** Characters that XML 1.0 (§2.2) does not allow, lone surrogates included: no escape can write them. */
const NOT_ALLOWED =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(NOT_ALLOWED, '').replace(/[&<>"]/g, (char) => ENTITIES[char] ?? '')
}

/** An element with its attributes and what it holds, texts and elements in their order; null is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (string | Xml | null)[]
): Xml {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const inside = content
    .flatMap((part) => part ?? [])
    .map((part) => (typeof part === 'string' ? escaped(part) : part.xml))
  return { xml: `<${name}${written.join('')}${inside.length > 0 ? `>${inside.join('')}</${name}` : '/'}>` }
}

/** A document around its root. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`
}
