import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { hasSentence } from '~/messages/catalogue'
import { errors } from '~/messages/errors'
import { HOSTILE, HOSTILE_NAMES } from '~tests/support/hostile'
import { issueCode, issueSentence } from './issue-message.server'
import { parseForm } from './parse-form.server'

const modules = import.meta.glob<Record<string, unknown>>('../features/*/schema.ts', { eager: true })
const all = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, schema]) =>
    schema instanceof z.ZodType && name.endsWith('Schema')
      ? [{ name: `${file.split('/').at(-2)} ${name}`, schema }]
      : [],
  ),
)
/** What an address holds falls back, so that a bad link still shows a page; these are read by `parseSearch`. */
const SEARCHES = all.filter(({ name }) => /(Search|Filter|done)/i.test(name.split(' ')[1] ?? ''))
/** Files of the model, not forms. */
const FILES = ['classifier headDescriptionSchema', 'classifier modelCardSchema']
/** Read from an address while it is being typed: faults are not shown. */
const DRAFTS = ['needs needDraftSchema']
const FORMS = all.filter((one) => !SEARCHES.includes(one) && ![...FILES, ...DRAFTS].includes(one.name))

const codes = Object.keys(errors.sentences.fr ?? {}).filter((code) => code !== 'summary' && code !== 'page')
const SENTENCES = {
  fr: codes.map((code) => issueSentence('fr', code)),
  en: codes.map((code) => issueSentence('en', code)),
}

/** The shapes of objects that a schema accepts: one, or one for each choice of a union. */
function shapesOf(schema: z.core.$ZodType): Record<string, z.core.$ZodType>[] {
  const { def } = schema as z.ZodType
  if (def.type === 'object') return [(def as z.core.$ZodObjectDef).shape]
  if (def.type === 'pipe') return shapesOf((def as z.core.$ZodPipeDef).in)
  if (def.type === 'union') return (def as z.core.$ZodUnionDef).options.flatMap(shapesOf)
  throw new Error(`a form whose schema is a ${def.type}`)
}

/** The intents that a form may post, so that a union is walked in each of its choices. */
function literalsOf(schema: z.core.$ZodType | undefined): string[] {
  if (!schema) return []
  const { def } = schema as z.ZodType
  if (def.type === 'literal') return (def as z.core.$ZodLiteralDef<string>).values
  if (def.type === 'enum') return Object.values((def as z.core.$ZodEnumDef).entries).map(String)
  if (def.type === 'optional') return literalsOf((def as z.core.$ZodOptionalDef).innerType)
  return []
}

/** Posted forms: nothing at all, then every field with each hostile value, then fields that no form has. */
function* garbageFor(schema: z.core.$ZodType): Generator<{ what: string; form: FormData }> {
  yield { what: 'nothing', form: new FormData() }
  for (const shape of shapesOf(schema)) {
    const [intent] = literalsOf(shape.intent)
    const names = Object.keys(shape).filter((name) => name !== 'intent')
    const filled = (valueOf: (name: string) => string) => {
      const form = new FormData()
      if (intent) form.set('intent', intent)
      for (const name of names) form.append(name, valueOf(name))
      return form
    }
    for (const [what, value] of Object.entries(HOSTILE)) yield { what, form: filled(() => value) }
    const twice = filled(() => 'x')
    for (const name of names) twice.append(name, 'y')
    yield { what: 'every field twice', form: twice }
    const nested = filled(() => 'x')
    for (const name of names) nested.append(`${name}.deeper[0]`, 'y')
    yield { what: 'fields within fields', form: nested }
    const strange = filled(() => 'x')
    for (const name of HOSTILE_NAMES) strange.append(name, 'x')
    yield { what: 'names that no form has', form: strange }
    const file = filled(() => 'x')
    for (const name of names) file.set(name, new File(['x'], 'x.txt'))
    yield { what: 'files', form: file }
  }
}

const sources = import.meta.glob<string>(['../features/*/schema.ts', '../schema/fields.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

it('ASVS 2.2.3: has a sentence for every code that a schema gives, also those of answers held against one another', () => {
  const codes = Object.values(sources).flatMap((source) => {
    const text = source.replace(/z\.(literal|enum)\((\[[^\]]*\]|'[^']*')\)/g, '')
    const found = [...text.matchAll(/'([a-z]+(?:[_-][a-z]+)+)'(?!:)/g)].map(([, code]) => code!)
    return found.filter((code) => !code.endsWith('.server'))
  })
  expect(codes).toEqual(expect.arrayContaining(['date_order', 'whole-units', 'more_than_total']))
  expect(codes.filter((code) => !hasSentence(errors, code))).toEqual([])
})

it('walks the schemas of every form', () => {
  expect(FORMS.length).toBeGreaterThanOrEqual(28)
  expect(SEARCHES.length).toBeGreaterThanOrEqual(7)
})

describe.each(FORMS)('$name', ({ schema }) => {
  it('says in both languages what is wrong, at its field, and never throws', async () => {
    for (const { what, form } of garbageFor(schema)) {
      for (const locale of ['fr', 'en'] as const) {
        const request = new Request('http://localhost/', { headers: { 'Accept-Language': locale } })
        const parsed = await parseForm(request, schema, form)
        if (parsed.ok) continue
        expect(parsed.reply.init).toMatchObject({ status: 400 })
        const faults = Object.entries(parsed.reply.data.result.error ?? {})
        expect(faults.length, what).toBeGreaterThan(0)
        for (const [field, given] of faults) {
          for (const sentence of given ?? [])
            expect(SENTENCES[locale], `${what}, ${field}`).toContain(sentence)
        }
      }
    }
  })

  it('gives codes that have a sentence, and a field to mend', () => {
    for (const { what, form } of garbageFor(schema)) {
      const fields: Record<string, unknown> = Object.fromEntries(form)
      const parsed = schema.safeParse(fields, { error: issueCode })
      for (const issue of parsed.error?.issues ?? []) {
        expect(hasSentence(errors, issue.message), `${what}: ${issue.message}`).toBe(true)
        if (issue.code !== 'unrecognized_keys') expect(issue.path.length, what).toBeGreaterThan(0)
      }
    }
  })

  it('keeps what was typed, as far as it is text and no password', async () => {
    const { script } = HOSTILE
    const [shape] = shapesOf(schema)
    const form = new FormData()
    for (const name of Object.keys(shape!)) form.set(name, script!)
    const parsed = await parseForm(new Request('http://localhost/'), schema, form)
    if (parsed.ok) return
    const { initialValue } = parsed.reply.data.result
    for (const name of Object.keys(shape!)) {
      expect(initialValue?.[name]).toBe(/password/i.test(name) ? undefined : script)
    }
  })
})

it.each(FORMS)('ASVS 15.3.7: $name takes no field twice that is meant once', async ({ schema }) => {
  for (const shape of shapesOf(schema)) {
    const [intent] = literalsOf(shape.intent)
    const form = new FormData()
    const single = Object.entries(shape).filter(
      ([name, field]) =>
        name !== 'intent' && !(field as z.ZodType).safeParse(['x', 'y']).success && !takesSeveral(field),
    )
    if (intent) form.set('intent', intent)
    for (const [name] of single) for (const value of ['x', 'y']) form.append(name, value)
    const parsed = await parseForm(new Request('http://localhost/'), schema, form)
    if (single.length === 0) continue
    expect(parsed.ok).toBe(false)
    const faults = parsed.ok ? {} : (parsed.reply.data.result.error ?? {})
    for (const [name] of single) expect(Object.keys(faults), name).toContain(name)
  }
})

/** Whether a field is a list, whatever stands around it. */
function takesSeveral(field: z.core.$ZodType): boolean {
  const { def } = field as z.ZodType
  if (def.type === 'array') return true
  const inner = def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType }
  const next = inner.innerType ?? inner.in
  return next !== undefined && takesSeveral(next)
}

describe.each(SEARCHES)('$name, read from an address', ({ schema }) => {
  it('always gives something to show', () => {
    for (const { what, form } of garbageFor(schema)) {
      expect(schema.safeParse(Object.fromEntries(form)).success, what).toBe(true)
    }
  })
})
