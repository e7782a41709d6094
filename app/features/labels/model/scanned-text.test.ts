import { expect, it } from 'vitest'
import { labelCodeOf, spacedCode } from './code'
import { readScanned } from './scanned-text'

const code = labelCodeOf(new Uint8Array([1, 2, 3, 4, 5, 6, 7]))
const wrong = code.slice(0, 7) + (code.endsWith('0') ? '1' : '0')

it.each([
  [code, { kind: 'code', code }],
  [spacedCode(code).toLowerCase(), { kind: 'code', code }],
  [`https://gisement.example.org/q/${code}`, { kind: 'code', code }],
  [`http://localhost:3000/q/${code.toLowerCase()}/`, { kind: 'code', code }],
  [`HTTPS://AUTRE.EXAMPLE.ORG/Q/${code}?x=1`, { kind: 'code', code }],
  [`https://gisement.example.org/q/${wrong}`, { kind: 'mistyped' }],
  [wrong, { kind: 'mistyped' }],
  ['7K3M', { kind: 'mistyped' }],
  ['', { kind: 'foreign' }],
  [`https://example.org/p/${code}`, { kind: 'foreign' }],
  ['3017620422003 avec du texte', { kind: 'foreign' }],
  ['javascript:alert(1)//q/00000000', { kind: 'foreign' }],
])('«%s»', (text, scanned) => {
  expect(readScanned(text)).toEqual(scanned)
})
