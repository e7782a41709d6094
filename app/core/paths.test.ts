import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paths, safeRedirect } from './paths'

const FALLBACK = '/tableau-de-bord'
const BASE = 'https://gisement.example.org'

describe('where a form may send someone', () => {
  it.each([
    '/mes-lots',
    '/lots?q=porte%20coupe-feu&page=2',
    '/chantiers/0198/inventaire/0199#inventaire',
    '/lots/publier?ligne=0198',
    '/lots?suite=https://evil.example',
    '/%2F%2Fevil.example',
  ])('%s is a page of this product', (target) => {
    expect(safeRedirect(target, FALLBACK)).toBe(target)
  })

  it('writes every letter so that a header can hold it', () => {
    expect(safeRedirect('/lots?q=œuvre→', FALLBACK)).toBe('/lots?q=%C5%93uvre%E2%86%92')
    expect(safeRedirect('/été', FALLBACK)).toBe('/%C3%A9t%C3%A9')
  })

  it.each([
    '',
    ' ',
    'mes-lots',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\evil.example',
    '\\\\evil.example',
    '/\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/ /evil.example',
    '/\u00a0/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    'https:',
    'https://evil.example',
    'HTTPS://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '@evil.example',
    ' //evil.example',
    '%2F%2Fevil.example',
    '/mes-lots\r\nSet-Cookie: a=b',
    '/\u0000',
    null,
    undefined,
  ])('%j leads home', (target) => {
    expect(safeRedirect(target, FALLBACK)).toBe(FALLBACK)
  })

  it('never leaves the host, whatever it is given', () => {
    const bits = fc.constantFrom(
      '/',
      '//',
      '\\',
      '.',
      '..',
      ':',
      '@',
      '%2f',
      '\t',
      ' ',
      'evil.example',
      'http',
      '?',
      '#',
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 8 }), (parts) => {
        const target = safeRedirect(parts.join(''), FALLBACK)
        const reached = new URL(target, BASE)
        expect(reached.origin).toBe(BASE)
        expect(reached.pathname).not.toMatch(/^\/\//)
      }),
      { numRuns: 2000 },
    )
  })
})

it('keeps where someone was going in the way to the sign-in page', () => {
  const { searchParams } = new URL(paths.signIn('/lots?q=a&page=2'), BASE)
  expect(safeRedirect(searchParams.get('suite'), FALLBACK)).toBe('/lots?q=a&page=2')
})
