import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachmentKindOf, cleanFileName, isPdf } from './attachment'

const pdf = (body: string) => new TextEncoder().encode(body)

describe('isPdf', () => {
  it.each([
    ['%PDF-1.7\n…\n%%EOF', true],
    ['%PDF-2.0\n…\n%%EOF\r\n', true],
    [`%PDF-1.4\n%%EOF${' '.repeat(900)}`, true],
    [`%PDF-1.4\n%%EOF${' '.repeat(1100)}`, false],
    ['%PDF-1.4\n… cut', false],
    [' %PDF-1.4\n%%EOF', false],
    ['<html>%PDF-1.4 %%EOF', false],
    ['PK\u0003\u0004 report.pdf %%EOF', false],
    ['', false],
  ])('%#', (body, expected) => expect(isPdf(pdf(body))).toBe(expected))
})

describe('cleanFileName', () => {
  it.each([
    ['fiche technique.pdf', 'fiche technique.pdf'],
    ['C:\\Users\\jo\\Rapport d’essai.PDF', 'Rapport d’essai.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['a"b\r\nSet-Cookie: x.pdf', 'a b Set-Cookie x.pdf'],
    ['..pdf', 'document.pdf'],
    ['', 'document.pdf'],
  ])('%j', (name, expected) => expect(cleanFileName(name)).toBe(expected))

  it('never holds a path, a quote or a control character, and keeps its own answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const clean = cleanFileName(name)
        expect(clean).toMatch(/^[^\p{C}"\\/]+\.pdf$/u)
        expect([...clean].length).toBeLessThanOrEqual(104)
      }),
    )
  })
})

it('takes an unknown kind for another document', () => {
  expect(['test-report', 'x', null].map(attachmentKindOf)).toEqual(['test-report', 'other', 'other'])
})
