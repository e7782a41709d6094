/**
 * A form whose texts hold no NUL: no key types it, what shows a text cuts it there or shows nothing, and PostgreSQL keeps
 * no text with it. Whoever sends it gets the form checked as if it were not there.
 */
export function withoutNul(form: FormData): FormData {
  if (![...form].some(([name, value]) => hasNul(name) || hasNul(value))) return form
  const clean = new FormData()
  for (const [name, value] of form) {
    if (typeof value === 'string') clean.append(strip(name), strip(value))
    else clean.append(strip(name), value, strip(value.name))
  }
  return clean
}

function hasNul(value: FormDataEntryValue): boolean {
  return (typeof value === 'string' ? value : value.name).includes('\0')
}

function strip(text: string): string {
  return text.replaceAll('\0', '')
}
