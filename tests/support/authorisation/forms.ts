/** A field of a form as a page draws it. */
type Field = {
  name: string
  kind: string
  value: string
  isRequired: boolean
  isChecked: boolean
  /** Values that a choice offers, in their order. */
  options: string[]
}

/** A form that a page would post, with the button that sends it. */
export type PageForm = {
  /** Path and query that it posts to. */
  path: string
  isMultipart: boolean
  fields: readonly Field[]
  /** Name and value of the button; null for a button without a name. */
  button: readonly [string, string] | null
}

type Open = {
  id: string
  path: string
  isMultipart: boolean
  isPost: boolean
  fields: Field[]
  buttons: Button[]
}
type Button = readonly [string, string] | null

const TAG = /<(\/?)(form|input|select|option|textarea|button)\b([^>]*)>/g
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => ENTITIES[name]!)
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)]
  return Object.fromEntries(found.map(([, name, value]) => [name!.toLowerCase(), plain(value ?? '')]))
}

/** The forms of a page of the product that post something, one for each button. Reads what React writes, no other HTML. */
export function formsOf(html: string, address: string): PageForm[] {
  const forms: Open[] = []
  const loose: { form: string; field?: Field; button?: Button }[] = []
  let open: Open | null = null
  let select: Field | null = null
  for (const found of html.matchAll(TAG)) {
    const [whole, slash, tag] = found
    const has = attributesOf(found[3]!)
    const place = (field?: Field, button?: Button) => {
      if (has.form !== undefined) loose.push({ form: has.form, field, button })
      else if (field) open?.fields.push(field)
      else if (button !== undefined) open?.buttons.push(button)
    }
    if (tag === 'form') {
      open = slash ? null : newForm(has, address)
      if (open) forms.push(open)
    } else if (tag === 'select') {
      select = slash ? null : newField(has, 'select')
      if (select) place(select)
    } else if (slash) {
      continue
    } else if (tag === 'option') {
      addOption(select, has)
    } else if (tag === 'button') {
      const isSent = (has.type ?? 'submit') === 'submit'
      if (isSent) place(undefined, has.name === undefined ? null : [has.name, has.value ?? ''])
    } else {
      const from = found.index + whole.length
      const text = tag === 'textarea' ? plain(html.slice(from, html.indexOf('</textarea>', from))) : has.value
      place({ ...newField(has, tag === 'textarea' ? 'textarea' : (has.type ?? 'text')), value: text ?? '' })
    }
  }
  for (const { form, field, button } of loose) {
    const owner = forms.find(({ id }) => id === form)
    if (field) owner?.fields.push(field)
    else if (button !== undefined) owner?.buttons.push(button)
  }
  return forms.filter(({ isPost }) => isPost).flatMap(sent)
}

function newForm(has: Record<string, string>, address: string): Open {
  return {
    id: has.id ?? '',
    path: has.action ?? address,
    isMultipart: has.enctype === 'multipart/form-data',
    isPost: (has.method ?? 'get') === 'post',
    fields: [],
    buttons: [],
  }
}

function newField(has: Record<string, string>, kind: string): Field {
  return {
    name: has.name ?? '',
    kind,
    value: has.value ?? '',
    isRequired: 'required' in has,
    isChecked: 'checked' in has,
    options: [],
  }
}

function addOption(select: Field | null, has: Record<string, string>): void {
  select?.options.push(has.value ?? '')
  if (select && 'selected' in has) select.value = has.value ?? ''
}

function sent({ path, isMultipart, fields, buttons }: Open): PageForm[] {
  const named = fields.filter(({ name, kind }) => name !== '' && kind !== 'submit')
  const ways = buttons.length > 0 ? buttons : [null]
  return ways.map((button) => ({ path, isMultipart, fields: named, button }))
}

/** What a form means to do, when it says so. */
export function intentOf({ fields, button }: PageForm): string {
  if (button?.[0] === 'intent') return button[1]
  return fields.find(({ name }) => name === 'intent')?.value ?? ''
}

/** A form's answers as a person gives them: `isFull` answers what may be left out, too. */
export function filled(form: PageForm, isFull: boolean, text = 'Réponse d’essai'): [string, string][] {
  const answers: [string, string][] = []
  const chosen = new Set<string>()
  for (const field of form.fields) {
    if (field.kind === 'file') continue
    if (field.kind === 'radio') {
      const group = form.fields.filter(({ name, kind }) => name === field.name && kind === 'radio')
      const pick = group.find(({ isChecked }) => isChecked) ?? group[0]!
      if (!chosen.has(field.name)) answers.push([field.name, pick.value])
      chosen.add(field.name)
    } else if (field.kind === 'checkbox') {
      if (field.isChecked || field.isRequired || isFull) answers.push([field.name, field.value || 'on'])
    } else {
      answers.push([field.name, answerTo(field, isFull, text)])
    }
  }
  if (form.button) answers.push([...form.button])
  return answers
}

function answerTo({ kind, value, isRequired, options, name }: Field, isFull: boolean, text: string): string {
  if (value !== '' || kind === 'hidden' || !(isRequired || isFull)) return value
  if (kind === 'select') return options.find((option) => option !== '') ?? ''
  if (kind === 'date') return '2026-12-15'
  if (kind === 'month') return '2027-01'
  if (kind === 'time') return '10:00'
  if (kind === 'number') return '1'
  if (kind === 'email' || /mail/i.test(name)) return 'essai@personnes.example'
  if (kind === 'url' || /website|url/i.test(name)) return 'https://essai.example/'
  if (kind === 'tel') return '0102030405'
  if (kind === 'password') return 'une phrase de passe assez longue'
  if (/kg|quantity|mass|cents|price|count|number|percent|months|places|amount|radius/i.test(name)) return '1'
  return text
}

/** A body of a form with its type, in parts when the page sends files. */
export function bodyOf(
  answers: readonly (readonly [string, string])[],
  isMultipart: boolean,
): { body: string; type: string } {
  if (!isMultipart) {
    const body = new URLSearchParams(answers.map(([name, value]): [string, string] => [name, value]))
    return { body: body.toString(), type: 'application/x-www-form-urlencoded' }
  }
  const boundary = 'gisement-essai'
  const parts = answers.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return { body: `${parts.join('')}--${boundary}--\r\n`, type: `multipart/form-data; boundary=${boundary}` }
}
