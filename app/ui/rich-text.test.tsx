import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RichText } from './rich-text'

test.each([
  ['Lisez la <rule>règle</rule>.', 'Lisez la <a href="/r">règle</a>.'],
  ['Sans marque', 'Sans marque'],
  ['<other>nu</other> et a < b', 'nu et a &lt; b'],
  ['<rule>un</rule><rule>deux</rule>', '<a href="/r">un</a><a href="/r">deux</a>'],
])('%s', (text, html) => {
  const spans = { rule: (content: string) => <a href="/r">{content}</a> }
  expect(renderToStaticMarkup(<RichText text={text} spans={spans} />)).toBe(html)
})
