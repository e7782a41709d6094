import { describe, expect, test } from 'vitest'
import type { Catalogue, Messages } from './catalogue'

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts', '!./catalogue.ts'], {
  eager: true,
})

const catalogues = Object.values(modules).flatMap((module) =>
  Object.values(module)
    .filter(isCatalogue)
    .map((found) => ({ found })),
)

function isCatalogue(value: unknown): value is Catalogue {
  return typeof value === 'object' && value !== null && 'namespace' in value && 'sentences' in value
}

function flat(messages: Messages, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') found.set(prefix + key, value)
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) found.set(inner, text)
  }
  return found
}

const slots = (text: string) => [...new Set(text.match(/{{\w+}}/g))].sort()

test('the base catalogues are found, each under its own namespace', () => {
  const names = catalogues.map(({ found }) => found.namespace)
  expect(names).toEqual(expect.arrayContaining(['common', 'errors', 'materials']))
  expect(new Set(names).size).toBe(names.length)
})

describe.each(catalogues)('$found.namespace', ({ found }) => {
  const fr = flat(found.sentences.fr ?? {})
  const en = flat(found.sentences.en ?? {})

  test('every sentence is written, with the same slots in both languages', () => {
    for (const [key, text] of fr) {
      expect(text.trim(), key).not.toBe('')
      if (key.endsWith('_many')) continue
      expect(en.get(key)?.trim(), key).toBeTruthy()
      if (!key.endsWith('_one')) expect(slots(en.get(key) ?? ''), key).toEqual(slots(text))
    }
  })

  test('a plural has its singular and its general form', () => {
    for (const key of fr.keys()) {
      if (key.endsWith('_one')) expect(fr.has(key.replace(/_one$/, '_other')), key).toBe(true)
      if (key.endsWith('_other')) expect(fr.has(key.replace(/_other$/, '_one')), key).toBe(true)
    }
  })

  test.skipIf(found.namespace === 'mails')('pages use characters that the self-hosted fonts have', () => {
    for (const [key, text] of [...fr, ...en]) expect(text, key).not.toMatch(/[→←≥≤≈₂\u202f]/)
  })
})
