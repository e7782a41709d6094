import fc from 'fast-check'
import { expect, it } from 'vitest'
import { element, xmlDocument } from './xml'

it('writes elements in their order, closes those that hold nothing and leaves out what is null', () => {
  const root = element(
    'feed',
    { xmlns: 'x' },
    element('link', { href: 'a?b=1&c="2"' }),
    null,
    element('title', {}, 'A < B'),
  )
  expect(xmlDocument(root)).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="x"><link href="a?b=1&amp;c=&quot;2&quot;"/><title>A &lt; B</title></feed>\n',
  )
})

it('lets no text write an element or an attribute', () => {
  const hostile = ']]></title><script>alert(1)</script><a b="'
  const { xml } = element('title', { type: hostile }, hostile)
  expect(xml.match(/<[a-z]/g)).toEqual(['<t'])
  expect(xml.match(/"/g)).toHaveLength(2)
})

it('writes no character that XML 1.0 does not allow, and keeps the others', () => {
  expect(element('t', {}, 'a\u0000b\u000bc\ud800d\udc00e\uffff\t\n').xml).toBe('<t>abcde\t\n</t>')
  expect(element('t', {}, 'porte 🚪 é').xml).toBe('<t>porte 🚪 é</t>')
})

it('can be read back, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const { xml } = element('t', {}, text)
      const read = xml
        .slice(3, -4)
        .replace(
          /&(lt|gt|quot|amp);/g,
          (_all, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '',
        )
      const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
      expect(text === '' ? '' : read).toBe(allowed)
    }),
  )
})
