import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider } from '~/ui/i18n'
import { PasswordInput } from './password-input'

const html = renderToStaticMarkup(
  <LocaleProvider locale="fr">
    <PasswordInput label="Mot de passe" name="password" id="password" autoComplete="new-password" />
  </LocaleProvider>,
)
const sources = ['app/features/identity/ui', 'app/routes'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8')),
)
/** Every field of a password, as its page writes it. */
const fields = sources.flatMap((source) =>
  [...source.matchAll(/<PasswordInput\b[^]*?\/>/g)].map(([field]) => field),
)

it('ASVS 6.2.6: hides what is typed, and shows it only on request', () => {
  expect(html).toMatch(/<input[^>]* type="password"/)
  const others = sources.flatMap((source) => [
    ...source.matchAll(/<(TextInput|input)\b[^>]*name=["'{][^"'}]*assword[^>]*>/g),
  ])
  expect(others.map(([field]) => field).filter((field) => !field.includes('{...props}'))).toEqual([])
})

it('ASVS 6.2.7: each field says which password it is to browsers and managers, and lets people paste', () => {
  expect(html).toContain('autoComplete="new-password"')
  expect(fields.length).toBeGreaterThanOrEqual(8)
  for (const field of fields) {
    expect(field).toMatch(/autoComplete=[^\n]*(current|new)-password/)
    expect(field).not.toMatch(/onPaste|onCopy|onDrop|onKeyDown|maxLength/)
  }
  for (const source of sources)
    expect(source).not.toMatch(/onPaste|onBeforeInput|preventDefault\(\)[^]{0,40}paste/)
})
