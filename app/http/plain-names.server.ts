const PLAIN = /^[a-z][\w-]{0,40}(\.[a-z][\w-]{0,40}){0,3}$/i

/**
 * A form with the fields that forms of this product can have: words, and words within words. Lists repeat a name. An
 * index in a name (`a[99999999]`) would make the parser fill an array of that length.
 */
export function withPlainNames(form: Iterable<[string, FormDataEntryValue]>): FormData {
  const plain = new FormData()
  for (const [name, value] of form) {
    if (PLAIN.test(name) && !/(^|\.)(constructor|prototype)(\.|$)/.test(name)) plain.append(name, value)
  }
  return plain
}
