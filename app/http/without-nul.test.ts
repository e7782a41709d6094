import { expect, it } from 'vitest'
import { withoutNul } from './without-nul'

it('takes NUL out of names, texts and names of files, and leaves the rest', async () => {
  const form = new FormData()
  form.append('title', 'Por\0tes\0')
  form.append('na\0me', '\0')
  form.append('title', 'Fenêtres \u0001')
  form.append('file', new File(['a\0b'], 'a\0.csv', { type: 'text/csv' }))
  const clean = withoutNul(form)
  expect([...clean.keys()]).toEqual(['title', 'name', 'title', 'file'])
  expect([clean.getAll('title'), clean.get('name')]).toEqual([['Portes', 'Fenêtres \u0001'], ''])
  const file = clean.get('file') as File
  expect([file.name, file.type, await file.text()]).toEqual(['a.csv', 'text/csv', 'a\0b'])
})

it('gives back a form without any as it is', () => {
  const form = new FormData()
  form.append('title', 'Portes')
  expect(withoutNul(form)).toBe(form)
})
